-- Best match first; bm25 is smaller for better matches, and the binder's word counts for nothing.
SELECT searched.kind, searched.record, searched.binder,
       snippet(search, 0, '‹', '›', '…', 16) AS excerpt
  FROM search
  JOIN searched ON searched.number = search.rowid
 WHERE search MATCH ?1
 ORDER BY bm25(search, 1.0, 0.0), searched.record
 LIMIT ?2
