//! A sample: the records drawn, what was seen of each, and what that says.

mod attribute;
mod conclude;
mod draw;
mod error;
mod item;
mod mark;
mod outcome;
mod plan;
mod replace;
mod sample;
mod statistics;

pub use attribute::{
    ADD_ATTRIBUTE, ATTRIBUTE, Attribute, CHANGE_ATTRIBUTE, NewAttribute, add_attribute, change_attribute,
};
pub use conclude::{CONCLUDE, REOPEN, WITHDRAW, WRITE, conclude, reopen, withdraw, write};
pub use draw::{
    ADD_ITEMS, DRAW, Design, DrawnItem, EXTEND, MOST_ITEMS, Picked, add_items, chosen, draw, extend, more, pick,
    seen_in,
};
pub use error::SampleError;
pub use item::{ITEM, Item, Mark, Seen, items_of};
pub use mark::{CITE, FOUND_VALUE, MARK, NOTE, cite, found_value, mark, note};
pub use outcome::{Outcome, StratumOutcome, of_whole, outcomes};
pub use plan::{CHANGE, NewSample, PLAN, Told, change, plan};
pub use replace::{REPLACE, replace};
pub use sample::{SAMPLE, Sample, Stage, StratumPlan, samples_of};
