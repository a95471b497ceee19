-- The clauses of an audit of which something was looked at.
SELECT DISTINCT clause
  FROM question
 WHERE binder = ?1 AND dropped_reason = '' AND verdict IS NOT NULL AND verdict <> 'not_assessed'
 ORDER BY clause
