use report::facts::*;

/// The three samples of the report: by chance in strata, everything, by judgement.
pub fn samples() -> Vec<SampleFacts> {
    vec![incidents(), major_incidents(), suppliers()]
}

fn attributes(names: &[&str]) -> Vec<Attribute> {
    let keys = ('A'..='Z').map(String::from);
    keys.zip(names).map(|(key, name)| Attribute { key, name: (*name).into() }).collect()
}

fn fact(label: &str, value: &str) -> RecordFact {
    RecordFact { label: label.into(), value: value.into() }
}

fn incidents() -> SampleFacts {
    let stratum = |name: &str, population_size, sample_size, failed| Stratum {
        name: name.into(),
        population_size,
        sample_size,
        tested: None,
        failed,
    };
    SampleFacts {
        reference: "IA-2026-01-S-01".into(),
        population: "Incidents 2025".into(),
        source: "All incidents opened in 2025 at both sites".into(),
        tool: "ServiceNow".into(),
        query: "incident.list?opened_at>=2025-01-01^opened_at<=2025-12-31".into(),
        supplied_by: "Sofie Lund".into(),
        extracted: "9 Feb 2026, 10:12 (Europe/Copenhagen), in the presence of Jonas Berg".into(),
        completeness: "The row count equals the counter of the list view; the numbers have no gap.".into(),
        file_name: "incidents-2025.csv".into(),
        source_sha256: Some("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into()),
        rows_in_file: Some(5103),
        rows_set_aside: Some(2),
        duplicates_left_out: Some(15),
        rows_in_filter: Some(4812),
        filter: "state = \"Closed\" and not (short_description starts with \"[TEST]\")".into(),
        population_size: Some(4812),
        sample_size: 40,
        tested: 40,
        failed: 6,
        method: "Stratified random by priority".into(),
        random: true,
        parameters: "95 % confidence. 4 of P1, 8 of P2, 14 of P3, 14 of P4.".into(),
        algorithm: "tickmark-draw-1".into(),
        seed: "IA-2026-01/2026-02-09".into(),
        seed_chosen: "Audit reference and day of the draw, shown to the auditee before the draw".into(),
        drawn: "9 Feb 2026, 10:31 (Europe/Copenhagen), Jonas Berg, before testing".into(),
        repeat_command: "tick sample draw --file incidents-2025.csv --method stratified --stratum priority --size 40 \
            --seed IA-2026-01/2026-02-09 --where 'state = \"Closed\" and not (short_description starts with \"[TEST]\")'"
            .into(),
        result: "6 of 40; 17.0 % weighted by stratum".into(),
        conclusion: "6 of 40 failed; weighted by stratum, 17.0 % of the 4,812 incidents are expected to fail.".into(),
        bound: "With 95 % confidence at most 31.4 % of the incidents, 1,511, are affected. Five clean records would \
            have proved little."
            .into(),
        strata: vec![
            stratum("P1", 12, 4, 0),
            stratum("P2", 168, 8, 1),
            stratum("P3", 1904, 14, 3),
            stratum("P4", 2728, 14, 2),
        ],
        attributes: attributes(&["Priority follows impact and urgency", "Closed with what was done"]),
        items: incident_items(),
        rules: vec![
            RuleTest {
                title: "Closed before opened".into(),
                rule: "closed_at < opened_at".into(),
                rows: 4812,
                hits: 0,
                ..RuleTest::default()
            },
            RuleTest {
                title: "P1 without a review".into(),
                rule: "priority = \"1 - Critical\" and (review is empty or review < closed_at + 10 days)".into(),
                rows: 4812,
                hits: 3,
                looked_at: "All 3 were looked at; they are part of NC-02.".into(),
                ..RuleTest::default()
            },
        ],
        ..SampleFacts::default()
    }
}

/// Forty records and one that was replaced. The failing ones lie in their strata as the strata table says.
fn incident_items() -> Vec<SampleItem> {
    let strata = [("P1", 4, 0), ("P2", 8, 1), ("P3", 14, 3), ("P4", 14, 2)];
    let mut items: Vec<SampleItem> = Vec::new();
    for (stratum, size, failed) in strata {
        for place in 0..size {
            let number = items.len() as u64 + 1;
            let fails = place < failed;
            let mut item = SampleItem {
                number,
                record_id: format!("INC{:07}", 40_000 + number * 137),
                stratum: stratum.into(),
                facts: vec![
                    fact("Opened", &format!("{} Mar 2025", number % 28 + 1)),
                    fact("Impact", ["High", "Medium", "Low"][number as usize % 3]),
                ],
                results: vec![
                    AttributeResult {
                        attribute: 0,
                        result: if fails { TestResult::Fail } else { TestResult::Pass },
                        note: if fails {
                            "Recorded one step lower than the matrix gives.".into()
                        } else {
                            String::new()
                        },
                        evidence: if fails { vec!["E-003".into()] } else { Vec::new() },
                    },
                    AttributeResult { attribute: 1, result: TestResult::Pass, ..AttributeResult::default() },
                ],
                tested_by: if number < 27 { "Jonas Berg".into() } else { "Daniel Okafor".into() },
                ..SampleItem::default()
            };
            if number == 20 {
                item.stands_in_for = Some("INC0041177".into());
            }
            if number == 31 {
                item.results[1].result = TestResult::NotApplicable;
                item.note = "Closed by the caller within a minute.".into();
            }
            items.push(item);
        }
    }
    items.push(SampleItem {
        number: 41,
        record_id: "INC0041177".into(),
        stratum: "P3".into(),
        replaced: Some("A test ticket, not an incident".into()),
        ..SampleItem::default()
    });
    items
}

fn major_incidents() -> SampleFacts {
    let items = (1..=5).map(|number| {
        let fails = matches!(number, 2 | 4 | 5);
        let result = |attribute, result, note: &str| AttributeResult {
            attribute,
            result,
            note: note.into(),
            evidence: Vec::new(),
        };
        SampleItem {
            number,
            record_id: format!("MI-{number:02}"),
            results: vec![
                if fails { result(0, TestResult::Fail, "No review.") } else { result(0, TestResult::Pass, "") },
                match number {
                    4 => result(1, TestResult::NotFound, "The mailbox was searched on screen."),
                    2 | 5 => result(1, TestResult::Fail, ""),
                    _ => result(1, TestResult::Pass, ""),
                },
            ],
            tested_by: "Daniel Okafor".into(),
            ..SampleItem::default()
        }
    });
    SampleFacts {
        reference: "IA-2026-01-S-02".into(),
        population: "Major incidents 2025".into(),
        source: "register of major incidents".into(),
        population_size: Some(5),
        sample_size: 5,
        tested: 5,
        failed: 3,
        method: "All".into(),
        result: "3 of 5 without review".into(),
        conclusion: "3 of all 5 failed: 60.0 %.".into(),
        attributes: attributes(&["Review held within ten working days", "Top management informed"]),
        items: items.collect(),
        ..SampleFacts::default()
    }
}

fn suppliers() -> SampleFacts {
    let names = ["Nordkabel A/S", "Baltic Hosting Sp. z o.o.", "Havblik Print", "Vestlink", "Skagen Backup"];
    let items = names.iter().enumerate().map(|(place, name)| SampleItem {
        number: place as u64 + 1,
        record_id: (*name).into(),
        results: if place < 3 {
            vec![AttributeResult { attribute: 0, result: TestResult::Pass, ..AttributeResult::default() }]
        } else {
            Vec::new()
        },
        ..SampleItem::default()
    });
    SampleFacts {
        reference: "IA-2026-01-S-03".into(),
        population: "External suppliers".into(),
        source: "contract register".into(),
        population_size: Some(14),
        sample_size: 5,
        tested: 3,
        failed: 0,
        method: "By judgement".into(),
        reason: "The five that the services depend on most".into(),
        // Worked out by mistake; a sample by judgement must not show it.
        bound: "With 95 % confidence at most 63.2 % of the suppliers are affected.".into(),
        conclusion: "0 of 3 tested failed; chosen by judgement, so nothing is said about the other 9.".into(),
        attributes: attributes(&["Contract in force, with targets and reviews"]),
        items: items.collect(),
        ..SampleFacts::default()
    }
}

/// A sample of so many records and attributes, every result somewhere among them.
pub fn sample_of(records: u64, tested_for: usize) -> SampleFacts {
    const RESULTS: [TestResult; 4] =
        [TestResult::NotApplicable, TestResult::Open, TestResult::NotFound, TestResult::Fail];
    let attributes: Vec<Attribute> = (0..tested_for)
        .map(|place| Attribute {
            key: char::from(b'A' + u8::try_from(place % 26).unwrap()).to_string(),
            name: format!("What attribute {} asks for", place + 1),
        })
        .collect();
    let items = (1..=records).map(|number| SampleItem {
        number,
        record_id: format!("CHG{number:07}"),
        stratum: ["Standard", "Normal", "Emergency"][number as usize % 3].into(),
        facts: vec![fact("Risk", "Moderate"), fact("Planned", "3 Mar 2026 22:00"), fact("Owner", "Platform team")],
        results: (0..tested_for)
            .map(|attribute| {
                let dice = (number as usize * 31 + attribute * 17) % 23;
                let result = RESULTS.get(dice).copied().unwrap_or(TestResult::Pass);
                AttributeResult { attribute, result, ..AttributeResult::default() }
            })
            .collect(),
        tested_by: "Jonas Berg".into(),
        ..SampleItem::default()
    });
    SampleFacts {
        reference: format!("IA-2026-02-S-{tested_for:02}"),
        population: "Changes April 2025 to March 2026".into(),
        population_size: Some(1136),
        sample_size: records,
        tested: records,
        method: "Random".into(),
        random: true,
        items: items.collect(),
        attributes,
        ..SampleFacts::default()
    }
}
