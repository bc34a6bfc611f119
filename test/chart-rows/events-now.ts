import { madeCuts } from '../made-cuts.ts';

export const rows = { cuts: madeCuts, look: [{ day: '2026-03-09' }] };
