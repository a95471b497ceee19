use ground::{Fault, Id, Problem};
use sample::{Item, MARK, Mark, Sample, items_of, mark};

use super::{
    player::Player,
    scene::{Noted, Worked},
};
use crate::sampled::attributes_of;

impl Player {
    /// Works one column of a sheet, a record a minute. The records that are singled out are known from then on by the
    /// name of the act and their place: `priority 2`.
    pub(super) fn work_sheet(&mut self, worked: Worked, name: Option<String>) -> Result<(), Problem> {
        let sample: Id<Sample> = self.id_of(&worked.sample)?.parse().map_err(|_| Fault::bug("no sample"))?;
        let reading = self.desk.book()?.reading();
        let binder = reading.binder_of(sample)?;
        let attribute = attributes_of(reading, sample)?
            .into_iter()
            .find(|attribute| attribute.name == worked.attribute)
            .ok_or_else(|| Fault::bug(format!("nothing is tested by the name {}", worked.attribute)))?;
        let items = items_of(reading, sample)?;
        let noted = single_out(&items, &worked.noted)?;
        for (place, (item, _)) in noted.iter().enumerate() {
            if let Some(name) = &name {
                self.singled_out.insert(format!("{name} {}", place + 1), item.record_id.clone());
            }
        }
        let looked_at = items.len().saturating_sub(worked.leave_open);
        for item in items.iter().take(looked_at) {
            let noted = noted.iter().find(|(other, _)| other.id == item.id).map(|(_, noted)| noted);
            let seen = noted.map_or(Mark::Pass, |noted| noted.mark.unwrap_or(Mark::Fail));
            let note = noted.map(|noted| self.said(&noted.note)).transpose()?;
            let author = self.desk.author()?;
            self.desk
                .book_mut()?
                .act(binder, MARK, &author, None, |writing| mark(writing, item.id, attribute.id, Some(seen), note))?;
            self.go_on();
        }
        Ok(())
    }
}

/// Finds a record for each that the play singles out, in the order of the play.
fn single_out<'a>(items: &'a [Item], wanted: &'a [Noted]) -> Result<Vec<(&'a Item, &'a Noted)>, Fault> {
    let mut taken: Vec<(&Item, &Noted)> = Vec::with_capacity(wanted.len());
    for noted in wanted {
        let free: Vec<&Item> = items.iter().filter(|item| taken.iter().all(|(other, _)| other.id != item.id)).collect();
        let fitting: Vec<&Item> = free.iter().copied().filter(|item| fits(item, &noted.holding)).collect();
        // Chance may have drawn too few that fit; then another one has to do.
        let found = fitting.get(noted.skip).or(fitting.last()).or(free.last());
        let found = *found.ok_or_else(|| Fault::bug("a sheet has fewer records than the play singles out"))?;
        taken.push((found, noted));
    }
    Ok(taken)
}

fn fits(item: &Item, holding: &[String]) -> bool {
    holding.iter().all(|wanted| item.record_id == *wanted || item.seen.iter().any(|seen| seen.value == *wanted))
}
