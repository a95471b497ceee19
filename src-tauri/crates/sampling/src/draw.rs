//! The draw, so that another person with another program draws the same records. `ARCHITECTURE.md` says it in full.

mod key;
mod method;
mod monetary;
mod random;
mod systematic;
mod unit;

pub use key::{ALGORITHM, DrawKey};
pub use method::Method;
pub use monetary::{MonetaryDraw, MonetaryHit, draw_monetary};
pub use random::{StratumDraw, StratumToDraw, draw_random, draw_stratified};
pub use systematic::draw_systematic;
pub use unit::{Unit, in_draw_order};
