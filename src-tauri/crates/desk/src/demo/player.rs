use std::{collections::BTreeMap, path::Path, sync::Arc};

use book::{Access, Book};
use ground::{Fault, Instant, Problem, Secret, SteppingClock};
use organisation::{Founding, found};
use seal::Identity;
use serde_json::{Value, json};

use super::{
    DEMO_PASSPHRASE,
    attachments::base64_of,
    calendar::{Calendar, ZONE},
    scene::{Answered, Scene, Signatory},
};
use crate::{Desk, Home, NoSecrets, operations::KEPT};

const PROGRAM: &str = "Tickmark, making the demo";
const ORGANISATION: &str = "Fjordlicht Managed Services A/S";
const FOUNDER: &str = "Karen Holt";
const FOUNDED: &str = "2025-12-08 09:00";
/// Between two acts whose times the play does not say.
const BETWEEN_ACTS_MILLIS: i64 = 60_000;

/// Carries the acts of the play out through the list of operations, at the time and in the name of whoever did them.
pub(super) struct Player {
    pub desk: Desk,
    clock: Arc<SteppingClock>,
    pub calendar: Calendar,
    moment: Instant,
    /// The ids of what the play has made so far, by name.
    known: BTreeMap<String, String>,
    /// The numbers of records that were singled out on a sheet, by the name of the sheet and their place in the play.
    pub singled_out: BTreeMap<String, String>,
}

impl Player {
    /// Makes the workspace and begins its organisation.
    pub(super) fn begin(path: &Path, calendar: Calendar) -> Result<Self, Problem> {
        let moment = calendar.moment(FOUNDED)?;
        let clock = Arc::new(SteppingClock::starting(moment, 1000));
        // A folder that is not there: the identities of whoever makes the demo have no part in it.
        let nowhere = Home(path.with_extension("no-home"));
        let mut desk = Desk::with(PROGRAM, nowhere, clock.clone(), Box::new(NoSecrets));
        let mut book = Book::create(path, desk.opening(None, Access::Write))?;
        let founding = Founding {
            name: ORGANISATION.to_owned(),
            person: FOUNDER.to_owned(),
            timezone: ZONE.to_owned(),
            demo: true,
        };
        let (_, person) = found(&mut book, founding)?;
        desk.take(book)?;
        let known = BTreeMap::from([(FOUNDER.to_owned(), person.id.to_string())]);
        Ok(Self { desk, clock, calendar, moment, known, singled_out: BTreeMap::new() })
    }

    /// Leaves the desk to whoever opens the demo: undo is not to take back what its people did.
    pub(super) fn leave(mut self) -> Result<(), Problem> {
        Ok(self.desk.book_mut()?.begin_new_desk()?)
    }

    /// Plays scenes, one after the other.
    pub(super) fn play(&mut self, scenes: &str) -> Result<(), Problem> {
        let scenes: Vec<Scene> = serde_json::from_str(scenes).map_err(Fault::bug)?;
        for scene in scenes {
            let what = format!("{} {}", scene.at.as_deref().unwrap_or("then"), scene.act);
            self.act(scene).map_err(|problem| in_scene(problem, &what))?;
        }
        Ok(())
    }

    fn act(&mut self, scene: Scene) -> Result<(), Problem> {
        match &scene.at {
            Some(at) => self.go_to(self.calendar.moment(at)?),
            None => self.go_on(),
        }
        if let Some(by) = &scene.by {
            let person = self.id_of(by)?.parse().map_err(|_| Fault::bug(format!("{by} is no person")))?;
            self.desk.act_as(person)?;
        }
        match scene.act.as_str() {
            "answer" => self.answer(read(scene.with)?),
            "make-identity" => self.make_identity(&read(scene.with)?),
            "work-sheet" => self.work_sheet(read(scene.with)?, scene.name),
            operation => {
                let made = match operation {
                    "bring-in" => self.bring_in(read(scene.with)?)?,
                    // The answer is the population; the test that was kept is its last.
                    "population.keep-test" => {
                        let mut population = self.call("population.keep-test", scene.with)?;
                        population["tests"].as_array_mut().and_then(Vec::pop).unwrap_or_default()
                    }
                    operation => self.call(operation, scene.with)?,
                };
                if let Some(name) = scene.name {
                    self.remember(name, &made)?;
                }
                if operation == "audit.plan" {
                    self.learn_checklist(&made)?;
                }
                Ok(())
            }
        }
    }

    fn go_to(&mut self, moment: Instant) {
        self.moment = moment;
        self.clock.set(moment);
    }

    /// Lets a minute pass.
    pub fn go_on(&mut self) {
        let later = Instant::from_millis(self.moment.millis() + BETWEEN_ACTS_MILLIS);
        self.go_to(later.map_or(self.moment, |moment| self.calendar.not_too_late(moment)));
    }

    pub fn call(&mut self, operation: &str, request: Value) -> Result<Value, Problem> {
        let request = self.told(request)?;
        Ok(self.desk.call(operation, request)?.value)
    }

    /// As one answers at the table: the notes first, then of whom, where and when, then what it comes to.
    fn answer(&mut self, answered: Answered) -> Result<(), Problem> {
        let question = format!("@{}", answered.question);
        self.call("checklist.note", json!({ "question": question, "notes": answered.notes }))?;
        let told = json!({
            "question": question,
            "with_whom": answered.whom,
            "place": answered.place,
            "site": format!("@{}", answered.site),
            "seen_at": self.moment,
            "remote": answered.remote,
        });
        self.call("checklist.where", told)?;
        let reason = Some(answered.reason).filter(|reason| !reason.is_empty());
        self.call("checklist.answer", json!({ "question": question, "verdict": answered.verdict, "reason": reason }))?;
        Ok(())
    }

    /// Keeps the key of an invented person in the workspace, so that whoever tries the demo can sign in it.
    fn make_identity(&mut self, of: &Signatory) -> Result<(), Problem> {
        let passphrase = Secret::new(DEMO_PASSPHRASE.to_owned());
        let identity = Identity::invented(&of.name, &of.organisation, &passphrase, self.moment)?;
        let kept = serde_json::to_string(&identity).map_err(Fault::bug)?;
        self.desk.book_mut()?.set_local(&format!("{KEPT}{}", identity.id()), &kept)?;
        Ok(())
    }

    fn learn_checklist(&mut self, audit: &Value) -> Result<(), Problem> {
        let view = self.desk.call("checklist.view", json!({ "audit": audit["id"] }))?.value;
        for question in view["questions"].as_array().into_iter().flatten() {
            let code = question["code"].as_str().unwrap_or_default();
            self.remember(code.to_owned(), question)?;
        }
        Ok(())
    }

    fn remember(&mut self, name: String, made: &Value) -> Result<(), Fault> {
        let id = made["id"].as_str().ok_or_else(|| Fault::bug(format!("{name} got no id")))?;
        self.known.insert(name, id.to_owned());
        Ok(())
    }

    pub fn id_of(&self, name: &str) -> Result<String, Fault> {
        self.known.get(name).cloned().ok_or_else(|| Fault::bug(format!("nothing in the play is called {name} yet")))
    }

    /// A request with names, files and days put in.
    pub fn told(&self, value: Value) -> Result<Value, Fault> {
        Ok(match value {
            Value::String(text) => Value::String(self.said(&text)?),
            Value::Array(members) => {
                Value::Array(members.into_iter().map(|member| self.told(member)).collect::<Result<_, _>>()?)
            }
            Value::Object(fields) => Value::Object(
                fields.into_iter().map(|(name, value)| Ok((name, self.told(value)?))).collect::<Result<_, Fault>>()?,
            ),
            other => other,
        })
    }

    pub fn said(&self, text: &str) -> Result<String, Fault> {
        if let Some(name) = text.strip_prefix('@') {
            return self.id_of(name);
        }
        if let Some(file) = text.strip_prefix('#') {
            return base64_of(file);
        }
        // A moment stands alone; days may stand within a text.
        match text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).filter(|inside| inside.contains(':')) {
            Some(moment) => Ok(self.calendar.moment(moment)?.to_string()),
            None => self.calendar.text(&self.with_records(text)),
        }
    }

    /// A text with the numbers of records put in that were singled out on a sheet: `{priority 2}`.
    fn with_records(&self, text: &str) -> String {
        let named = |text: String, (name, number): (&String, &String)| text.replace(&format!("{{{name}}}"), number);
        self.singled_out.iter().fold(text.to_owned(), named)
    }
}

fn read<T: serde::de::DeserializeOwned>(with: Value) -> Result<T, Fault> {
    serde_json::from_value(with).map_err(Fault::bug)
}

/// Says in which scene it went wrong; otherwise a slip in the play would be hard to find.
fn in_scene(problem: Problem, scene: &str) -> Problem {
    Problem { message: format!("{} (In the demo: {scene}.)", problem.message), ..problem }
}
