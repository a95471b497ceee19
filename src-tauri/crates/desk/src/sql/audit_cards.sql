-- The latest first. The counts use the index of questions by audit, so a list of a thousand audits stays quick.
SELECT audit.id, audit.reference, audit.title, audit.stage, audit.date_start, audit.date_end,
       lead.person AS lead, person.name AS lead_name,
       json_array_length(audit.clauses) AS clauses,
       (SELECT count(*) FROM question
         WHERE question.binder = audit.id AND question.dropped_reason = '') AS questions,
       (SELECT count(*) FROM question
         WHERE question.binder = audit.id AND question.dropped_reason = '' AND question.verdict IS NOT NULL) AS answered,
       (SELECT count(*) FROM finding WHERE finding.binder = audit.id AND finding.stage <> 'withdrawn') AS findings,
       audit.programme, coalesce(audit.actual_days, audit.planned_days) AS days, audit.signed_revision
  FROM audit
  LEFT JOIN team_member AS lead ON lead.binder = audit.id AND lead.role = 'lead' AND lead.left_reason = ''
  LEFT JOIN person ON person.id = lead.person
 WHERE (?1 IS NULL OR audit.programme = ?1)
   AND (?2 IS NULL OR audit.id = ?2)
 ORDER BY audit.date_start DESC, audit.reference DESC
