-- Nonconformities by grade and stage, and whether every corrective action for them is closed.
SELECT grade, stage, actions > 0 AS actions, open_actions > 0 AS open_actions, count(*) AS number
  FROM (SELECT finding.grade, finding.stage,
               (SELECT count(*) FROM corrective_action WHERE corrective_action.finding = finding.id) AS actions,
               (SELECT count(*) FROM corrective_action
                 WHERE corrective_action.finding = finding.id AND corrective_action.stage = 'open') AS open_actions
          FROM finding
         WHERE finding.grade IN ('major', 'minor'))
 GROUP BY grade, stage, actions > 0, open_actions > 0
 ORDER BY grade, stage
