-- Which evidence is cited in which sample. A citation reads `attribute id/evidence id`; an id has 36 letters, and what is
-- of another length was not written by this program.
SELECT DISTINCT substr(json_each.value, 38) AS evidence, sample.id AS id, sample.reference AS reference
  FROM sampled_item
  JOIN sample ON sample.id = sampled_item.sample
  JOIN json_each(sampled_item.cited)
 WHERE sampled_item.binder = ?1 AND sample.withdrawn_reason = '' AND length(json_each.value) = 73
 ORDER BY sample.reference
