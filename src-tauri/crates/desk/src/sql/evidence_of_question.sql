-- How much evidence of an audit supports one question. The set is JSON, and an id stands in it as it stands everywhere.
SELECT count(*) FROM evidence WHERE binder = ?1 AND withdrawn_reason = '' AND instr(questions, ?2) > 0
