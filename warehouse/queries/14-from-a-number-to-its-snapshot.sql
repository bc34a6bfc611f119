-- From what bodies were the prices of GPT-5.2 read: the snapshots behind the list prices, with hash, address, day and reader?
-- GPT-5.2的各项价格读自哪些网页或文件：标价背后的快照、哈希、地址、日期与读取程序？
-- - Not a proof that the lab asked it: it proves what was captured and read. Curated facts have a citation in place of a snapshot.
-- - 不是厂商确实如此报价的证明，只证明抓取和读到了什么。人工收录的事实以引文代替快照。
select spell.model, spell.cell, spell.currency, spell.amount, spell.native_per_mtok::double as native_per_mtok, spell.from_day, spell.source,
    look.url, look.observed_on, look.observed_on_basis, look.observed_on_quality, look.bytes, look.rows, look.reader, look.state, spell.snapshot,
from mart_list_price__cell_spell as spell
left join mart_snapshot__snapshot as look using (source, snapshot)
where spell.model = 'openai/gpt-5.2' and spell.cell in ('input', 'cache_read', 'output')
order by spell.cell, spell.from_day, look.url
limit 40;
