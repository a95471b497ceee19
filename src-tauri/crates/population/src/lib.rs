//! A population: the records that exist, as the client’s tool exported them.

mod bring_in;
mod change;
mod error;
mod excerpt;
mod gather;
mod look;
mod mapping;
mod pack;
mod population;
mod read;
pub mod rule;
mod tested;

pub use bring_in::{Arrival, BRING_IN, bring_in, bring_in_with_excerpt};
pub use change::{DESCRIBE, Description, WITHDRAW, describe, withdraw};
pub use error::PopulationError;
pub use excerpt::Excerpt;
pub use gather::{Gathered, Gatherer, MOST_STRATA};
pub use look::{
    ColumnLook, Counted, Duplicate, Duplicates, Gap, Look, Looker, Month, Outside, OutsideRow, RowList, Series,
};
pub use mapping::{
    Ask, CanonicalField, Choice, Mapping, MappingError, Proposal, check as check_mapping, field, fields, is_field,
    propose,
};
pub use pack::{
    Attribute, Lacking, Pack, PackColumn, Ready, ReadyTest, Runnable, Stratum, TakeAll, pack, packs, packs_for_clause,
    ready_tests,
};
pub use population::{POPULATION, Population, RECORD_ID, populations_of};
pub use read::{
    Export, PageRow, Pages, Wanted, canonical, cells_of, gather, look_at, page_of, remembered, run_rule, tests_of,
};
pub use rule::{BoundRule, Fields, Rule, RuleError, RuleTrouble, UnreadableCells, Verdict};
pub use tested::{HITS_KEPT, Hit, KEEP_TEST, RULE_TEST, Ran, RuleTest, WRITE_TEST, keep_test, write_test};
