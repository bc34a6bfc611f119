-- Of which prices was "cut by 99 per cent" true, when Xiaomi moved MiMo-V2.5-Pro in May 2026?
-- 2026年5月小米调整MiMo-V2.5-Pro时，“降价99%”对哪些价格成立？
-- - Not what any user saved: no one pays a single cell. The four mixes below the cells are nearer to a bill.
-- - 不是任何用户实际节省的比例：没有人只付一个单元格的价格。单元格之后的四种组合更接近账单。
select currency, item, cell, native_before::double as before, native_after::double as after, round(100 * change, 2) as change_percent, is_hit,
from headline_audit('xiaomi/mimo-v2.5-pro', '2026-05-26', -0.99)
order by currency desc, item <> 'cell', cell
limit 40;
