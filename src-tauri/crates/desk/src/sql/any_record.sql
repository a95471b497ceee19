-- A record by the reference people read, or by its id.
SELECT 'audit' AS kind, id FROM audit WHERE reference = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'programme', id FROM programme WHERE reference = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'finding', id FROM finding WHERE reference = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'evidence', id FROM evidence WHERE reference = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'data_request', id FROM data_request WHERE reference = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'population', id FROM population WHERE reference = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'sample', id FROM sample WHERE reference = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'rule_test', id FROM rule_test WHERE id = ?1
UNION ALL SELECT 'sample_attribute', id FROM sample_attribute WHERE id = ?1
UNION ALL SELECT 'sampled_item', id FROM sampled_item WHERE id = ?1
UNION ALL SELECT 'corrective_action', id FROM corrective_action WHERE reference = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'question', id FROM question WHERE id = ?1
UNION ALL SELECT 'person', id FROM person WHERE name = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'site', id FROM site WHERE code = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'organisation', id FROM organisation WHERE id = ?1
UNION ALL SELECT 'service', id FROM service WHERE name = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'process', id FROM process WHERE name = ?1 COLLATE NOCASE OR id = ?1
UNION ALL SELECT 'responsibility', id FROM responsibility WHERE id = ?1
UNION ALL SELECT 'own_document', id FROM own_document WHERE id = ?1
UNION ALL SELECT 'team_member', id FROM team_member WHERE id = ?1
UNION ALL SELECT 'participant', id FROM participant WHERE id = ?1
UNION ALL SELECT 'report', id FROM report WHERE id = ?1
