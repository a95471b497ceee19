-- How much evidence of an audit supports each of its questions.
SELECT json_each.value AS question, count(*) AS evidence
  FROM evidence JOIN json_each(evidence.questions)
 WHERE binder = ?1 AND withdrawn_reason = ''
 GROUP BY json_each.value
