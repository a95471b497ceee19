-- What belongs to one question, in one look: this is asked after every keystroke that is saved.
SELECT (SELECT name FROM person WHERE id = ?2) AS answered_by_name,
       (SELECT count(*) FROM finding WHERE question = ?1 AND stage <> 'withdrawn') AS findings,
       (SELECT count(*) FROM open_question WHERE record = ?1 AND kind = 'question') AS open_questions
