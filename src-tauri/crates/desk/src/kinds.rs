use book::Kind;

/// Every kind of record there is, in the auditor's order.
pub static KINDS: &[&Kind] = &[
    &organisation::ORGANISATION,
    &organisation::SITE,
    &organisation::SERVICE,
    &organisation::PROCESS,
    &organisation::PERSON,
    &organisation::RESPONSIBILITY,
    &organisation::OWN_DOCUMENT,
    &programme::PROGRAMME,
    &audit::AUDIT,
    &audit::TEAM_MEMBER,
    &audit::PARTICIPANT,
    &checklist::QUESTION,
    &evidence::EVIDENCE,
    &evidence::DATA_REQUEST,
    &population::POPULATION,
    &population::RULE_TEST,
    &sample::SAMPLE,
    &sample::ATTRIBUTE,
    &sample::ITEM,
    &finding::FINDING,
    &corrective_action::CORRECTIVE_ACTION,
    &report::REVISION,
];
