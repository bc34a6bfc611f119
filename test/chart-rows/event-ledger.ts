import { madeCuts } from '../made-cuts.ts';

export const rows = { cuts: madeCuts };
