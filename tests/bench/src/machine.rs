//! What the system says about this process and how busy the computer is.

use std::fs;

/// The memory of this process in megabytes: now, and the most it ever was. Only where the system tells, as Linux does.
pub fn memory() -> Option<(f64, f64)> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name))?;
        let kibibytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kibibytes * 1024.0 / 1e6)
    };
    Some((of("VmRSS:")?, of("VmHWM:")?))
}

/// How long this process has kept processors busy, all its threads together, in milliseconds. Only where the system
/// tells.
pub fn processor_ms() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in brackets and may hold anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks: Vec<f64> = fields.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    // A tick is a hundredth of a second wherever this file is.
    Some(ticks.iter().sum::<f64>() * 10.0)
}

/// How many programs wanted to run in the last minute, on average, and how many can.
pub fn load() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    match fs::read_to_string("/proc/loadavg").ok().and_then(|text| text.split(' ').next().map(str::to_owned)) {
        Some(load) => format!("load {load} on {cores} cores"),
        None => format!("{cores} cores"),
    }
}
