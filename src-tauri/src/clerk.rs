//! The clerk carries the window's calls to the desk, one after another, on a thread of its own.
//!
//! So the window never waits for the disk, and two calls never reach the desk at once.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use desk::Answer;
use ground::Problem;
use serde_json::Value;

/// How long the program waits, when it is closed, for a call that is still under way.
const PATIENCE_AT_CLOSING: Duration = Duration::from_secs(10);

/// What is done with the answer.
pub type Answered = Box<dyn FnOnce(Result<Answer, Problem>) + Send>;

/// One call on its way to the desk.
struct Order {
    name: String,
    request: Value,
    answered: Answered,
}

/// See the module's first line.
pub struct Clerk {
    /// `None` once the program is closing.
    orders: Mutex<Option<mpsc::Sender<Order>>>,
    /// Hears one word when the desk has been put away.
    put_away: Mutex<mpsc::Receiver<()>>,
}

impl Clerk {
    /// Sets the clerk to work at a desk. `desk` makes it, on the clerk's own thread, as what it does with a call.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn at<D>(desk: impl Fn() -> D + Send + 'static) -> std::io::Result<Self>
    where
        D: FnMut(&str, Value) -> Result<Answer, Problem>,
    {
        let (orders, received) = mpsc::channel::<Order>();
        let (done, put_away) = mpsc::channel();
        thread::Builder::new().name("desk".to_owned()).spawn(move || {
            work(&desk, &received);
            // Nobody listens when the program has already lost patience.
            let _ = done.send(());
        })?;
        Ok(Self { orders: Mutex::new(Some(orders)), put_away: Mutex::new(put_away) })
    }

    /// Takes one call for the desk and comes back at once. `answered` hears, on the clerk's thread, what the desk gives
    /// or refuses, and a fault when the operation broke or the program is closing. Calls are worked on in the order
    /// in which they are taken.
    pub fn take(&self, name: String, request: Value, answered: Answered) {
        let orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let order = Order { name, request, answered };
        let refused = match orders.as_ref() {
            Some(orders) => orders.send(order).err().map(|mpsc::SendError(order)| order),
            None => Some(order),
        };
        drop(orders);
        if let Some(order) = refused {
            (order.answered)(Err(closing()));
        }
    }

    /// Takes no more calls and waits until the desk has put its workspace away.
    /// Answers whether it did within the clerk's patience.
    pub fn close(&self) -> bool {
        drop(self.orders.lock().unwrap_or_else(PoisonError::into_inner).take());
        let put_away = self.put_away.lock().unwrap_or_else(PoisonError::into_inner);
        put_away.recv_timeout(PATIENCE_AT_CLOSING) != Err(mpsc::RecvTimeoutError::Timeout)
    }
}

fn work<D>(new_desk: &impl Fn() -> D, orders: &mpsc::Receiver<Order>)
where
    D: FnMut(&str, Value) -> Result<Answer, Problem>,
{
    let mut desk = new_desk();
    for Order { name, request, answered } in orders {
        let answer = catch_unwind(AssertUnwindSafe(|| desk(&name, request))).unwrap_or_else(|_| {
            // A desk that broke in the middle of a call may stand half-way: it is cleared,
            // and the workspace has to be opened again from what is on the disk.
            desk = new_desk();
            Err(mistake(&name))
        });
        answered(answer);
    }
}

fn mistake(name: &str) -> Problem {
    Problem::fault(
        "program.bug",
        format!("The program made a mistake in “{name}”. Nothing was half-saved, and the workspace was closed."),
        "Open the workspace again; report this sentence with what you did just before.",
    )
}

fn closing() -> Problem {
    Problem::fault("shell.closing", "The program is closing, so it takes no more calls.", "Start it again.")
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use serde_json::json;

    use super::*;

    /// A desk that gives back what it is asked, refuses `refuse` and breaks at `break`.
    fn a_desk() -> impl FnMut(&str, Value) -> Result<Answer, Problem> {
        |name, request| match name {
            "break" => panic!("the secret words"),
            "refuse" => Err(Problem::refusal("finding.no-evidence", "There is no evidence.", "Attach some.")),
            _ => Ok(Answer { value: request, touched: Vec::new() }),
        }
    }

    fn a_clerk() -> Clerk {
        Clerk::at(a_desk).unwrap()
    }

    impl Clerk {
        fn call(&self, name: &str, request: Value) -> Result<Answer, Problem> {
            let (sender, answer) = mpsc::channel();
            self.take(name.to_owned(), request, Box::new(move |answer| sender.send(answer).unwrap()));
            answer.recv().unwrap()
        }
    }

    #[test]
    fn calls_are_worked_on_in_the_order_in_which_they_are_taken() {
        let clerk = a_clerk();
        let (sender, answers) = mpsc::channel();

        for number in 0..100 {
            let sender = sender.clone();
            let answered = move |answer: Result<Answer, Problem>| sender.send(answer.unwrap().value).unwrap();
            clerk.take("echo".to_owned(), json!(number), Box::new(answered));
        }
        drop(sender);

        assert_eq!(answers.iter().collect::<Vec<_>>(), (0..100).map(|number| json!(number)).collect::<Vec<_>>());
    }

    #[test]
    fn what_the_desk_refuses_comes_back_as_the_desk_said_it() {
        let problem = a_clerk().call("refuse", json!({})).map(|answer| answer.value).unwrap_err();

        assert_eq!(problem.code, "finding.no-evidence");
        assert_eq!(problem.severity, ground::Severity::Refusal);
    }

    #[test]
    fn a_mistake_in_one_call_clears_the_desk_and_leaves_the_next_call_a_fresh_one() {
        let desks = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&desks);
        let clerk = Clerk::at(move || {
            count.fetch_add(1, Ordering::SeqCst);
            a_desk()
        })
        .unwrap();

        let problem = clerk.call("break", json!({})).map(|answer| answer.value).unwrap_err();
        let answer = clerk.call("echo", json!("still here")).unwrap();

        assert_eq!(problem.code, "program.bug");
        assert!(!problem.message.contains("secret"), "a panic's own words never reach the window");
        assert_eq!(answer.value, json!("still here"));
        assert_eq!(desks.load(Ordering::SeqCst), 2);
    }

    #[test]
    fn after_closing_no_call_is_taken_and_closing_twice_is_harmless() {
        let clerk = a_clerk();

        assert!(clerk.close(), "an idle desk is put away at once");
        assert!(clerk.close());
        let problem = clerk.call("echo", json!(1)).map(|answer| answer.value).unwrap_err();

        assert_eq!(problem.code, "shell.closing");
    }

    #[test]
    fn calls_from_many_sides_come_back_to_who_asked() {
        let clerk = Arc::new(a_clerk());
        let askers: Vec<_> = (0..8)
            .map(|number| {
                let clerk = Arc::clone(&clerk);
                thread::spawn(move || (number, clerk.call("echo", json!(number)).unwrap().value))
            })
            .collect();

        for asker in askers {
            let (asked, answered) = asker.join().unwrap();
            assert_eq!(answered, json!(asked));
        }
    }
}
