-- The newest first: FTS5 walks backwards and stops when it has enough.
SELECT searched.kind, searched.record, searched.binder,
       snippet(search, 0, '‹', '›', '…', 16) AS excerpt
  FROM search
  JOIN searched ON searched.number = search.rowid
 WHERE search MATCH ?1
 ORDER BY search.rowid DESC
 LIMIT ?2
