-- Best match first; bm25 is smaller for better matches. The excerpt is cut by FTS5 itself.
SELECT searched.kind, searched.record, searched.binder,
       snippet(search, 0, '‹', '›', '…', 16) AS excerpt
  FROM search
  JOIN searched ON searched.number = search.rowid
 WHERE search MATCH ?1
   AND (?2 IS NULL OR searched.binder = ?2)
 ORDER BY bm25(search), searched.record
 LIMIT ?3
