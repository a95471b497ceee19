use std::collections::BTreeMap;

use ::audit::{Audit, Stage};
use ::finding::Stage as FindingStage;
use corrective_action::{Stage as ActionStage, actions};
use ground::{Id, Problem};
use organisation::{PersonView, person_view};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Nothing;
use crate::{
    Desk, Operation,
    cards::{ActionCard, AuditCard, action_cards, audit_cards},
    coverage::{Coverage, coverage},
    operation::operation,
    readiness::{Place, needs},
    work::Work,
};

pub(super) fn operations() -> Vec<Operation> {
    vec![operation("today.view", "What is next, what is open and what is due.", view)]
}

/// A person's own page.
#[derive(Debug, Serialize, JsonSchema)]
struct TodayView {
    me: Option<PersonView>,
    /// Those under way first, then those planned, then the rest; at most 50.
    audits: Vec<AuditCard>,
    open_work: Vec<OpenWork>,
    /// The open ones, the earliest due day first; at most 50.
    actions: Vec<ActionCard>,
    counts: Counts,
}

/// Something to be done in an audit.
#[derive(Debug, Serialize, JsonSchema)]
struct OpenWork {
    sentence: String,
    audit: Id<Audit>,
    audit_reference: String,
    place: Place,
    record: Option<Uuid>,
}

/// Counts as of today, each with what it is counted of.
#[derive(Debug, Serialize, JsonSchema)]
struct Counts {
    audits: BTreeMap<String, i64>,
    nonconformities: Nonconformities,
    actions: ActionCounts,
    /// Of the programme whose period today lies in.
    coverage: Option<Coverage>,
}

/// Nonconformities of internal audits.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct Nonconformities {
    issued: i64,
    open: i64,
    closed: i64,
    draft: i64,
    major: i64,
    minor: i64,
}

/// Corrective actions.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct ActionCounts {
    total: i64,
    open: i64,
    closed: i64,
    overdue: i64,
}

const MOST: usize = 50;

fn view(desk: &mut Desk, _: Nothing) -> Result<TodayView, Problem> {
    let today = desk.today();
    let me = desk.me()?;
    let reading = desk.book()?.reading();
    let mut audits = audit_cards(reading, None)?;
    let mut by_stage: BTreeMap<String, i64> = BTreeMap::new();
    for card in &audits {
        let stage = serde_json::to_value(card.stage).ok().and_then(|it| it.as_str().map(str::to_owned));
        *by_stage.entry(stage.unwrap_or_default()).or_default() += 1;
    }
    audits.sort_by_key(|card| {
        let rank = match card.stage {
            Stage::InProgress | Stage::FieldworkDone => 0,
            Stage::Planned => 1,
            Stage::FollowUp | Stage::Reported => 2,
            _ => 3,
        };
        (rank, card.date_start)
    });
    audits.truncate(MOST);
    let mut open_work = Vec::new();
    for card in audits.iter().filter(|card| matches!(card.stage, Stage::InProgress | Stage::FieldworkDone)).take(5) {
        let work = Work::read(reading, card.id)?;
        for need in needs(reading, &work)?.into_iter().filter(|need| need.blocking).take(12) {
            open_work.push(OpenWork {
                sentence: need.sentence,
                audit: card.id,
                audit_reference: card.reference.clone(),
                place: need.place,
                record: need.record,
            });
        }
    }
    let all = actions(reading)?;
    let counts = ActionCounts {
        total: count(all.iter()),
        open: count(all.iter().filter(|action| action.stage() == ActionStage::Open)),
        closed: count(all.iter().filter(|action| action.stage() == ActionStage::Closed)),
        overdue: count(all.iter().filter(|action| action.is_overdue(today))),
    };
    let open = all.into_iter().filter(|action| action.stage() == ActionStage::Open).take(MOST).collect();
    let actions = action_cards(reading, open, today)?;
    let programmes: Vec<programme::Programme> = reading.records(
        "WHERE period_start <= ?1 AND period_end >= ?1 ORDER BY period_start DESC, reference LIMIT 1",
        [today.to_string()],
    )?;
    Ok(TodayView {
        me: me.map(|me| person_view(reading, me)).transpose()?,
        audits,
        open_work,
        actions,
        counts: Counts {
            audits: by_stage,
            nonconformities: nonconformities(reading)?,
            actions: counts,
            coverage: programmes.first().map(|programme| coverage(reading, programme.id)).transpose()?,
        },
    })
}

fn count<T>(of: impl Iterator<Item = T>) -> i64 {
    i64::try_from(of.count()).unwrap_or(i64::MAX)
}

#[derive(Deserialize)]
struct Row {
    grade: ::finding::Grade,
    stage: FindingStage,
    actions: i64,
    open_actions: i64,
    number: i64,
}

fn nonconformities(reading: book::Reading<'_>) -> Result<Nonconformities, Problem> {
    let rows: Vec<Row> = reading.rows(include_str!("../sql/nonconformities.sql"), [])?;
    let mut counts = Nonconformities::default();
    for row in rows {
        match row.stage {
            FindingStage::Issued | FindingStage::Closed => {
                counts.issued += row.number;
                if row.actions > 0 && row.open_actions == 0 {
                    counts.closed += row.number;
                } else {
                    counts.open += row.number;
                }
                match row.grade {
                    ::finding::Grade::Major => counts.major += row.number,
                    _ => counts.minor += row.number,
                }
            }
            FindingStage::Draft | FindingStage::Presented => counts.draft += row.number,
            FindingStage::Withdrawn => {}
        }
    }
    Ok(counts)
}
