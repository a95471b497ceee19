//! Sizes, draws and limits: the pure arithmetic of sampling.
//!
//! Invariant: no file, no clock, and no chance but the seed. The same question has the same answer everywhere.

mod allocate;
mod curve;
mod draw;
mod error;
mod estimate;
mod exact;
mod expected;
mod floats;
mod frequency;
mod limit;
mod model;
mod percent;
mod running;
mod scaled;
mod search;
mod share;
mod sites;
mod size;
mod stratified;
mod stringer;
mod tail;
mod two_stage;
mod words;

pub use allocate::{Allocation, allocate};
pub use curve::{CurvePoint, curve};
pub use draw::{
    ALGORITHM, DrawKey, Method, MonetaryDraw, MonetaryHit, StratumDraw, StratumToDraw, Unit, draw_monetary,
    draw_random, draw_stratified, draw_systematic, in_draw_order,
};
pub use error::SamplingError;
pub use estimate::estimate_size;
pub use frequency::{FrequencyRow, frequency_table};
pub use limit::{LimitAnswer, LimitQuestion, limit};
pub use model::{MOST_RECORDS, Model};
pub use percent::Percent;
pub use sites::{SiteSizes, md1_sites};
pub use size::{SizeAnswer, SizeQuestion, size};
pub use stratified::{StratifiedAnswer, StratumResult, stratified};
pub use stringer::{MusAnswer, Overstatement, stringer};
pub use two_stage::{TwoStage, two_stage, two_stage_from};
pub use words::{Conclusion, meaning, sentence};
