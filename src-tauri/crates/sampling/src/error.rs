use ground::Explain;

use crate::words::grouped;

/// Why the arithmetic of sampling may refuse. Each is something the auditor can act on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SamplingError {
    /// Not a percentage.
    #[error("“{text}” can’t be read as a percentage.")]
    UnreadablePercent {
        /// What was typed, at most its beginning.
        text: String,
    },
    /// A tolerable rate of nothing, or of everything.
    #[error("A tolerable rate of {tolerable} % can’t be tested by a sample.")]
    TolerableOutOfRange {
        /// The rate asked for.
        tolerable: crate::Percent,
    },
    /// No confidence at all, or certainty.
    #[error("A sample can’t give a confidence of {confidence} %.")]
    ConfidenceOutOfRange {
        /// The confidence asked for.
        confidence: crate::Percent,
    },
    /// What is expected is already too much.
    #[error("With {expected} % expected, no sample can show that fewer than {tolerable} % are wrong.")]
    ExpectedTooHigh {
        /// The expected rate.
        expected: crate::Percent,
        /// The tolerable rate.
        tolerable: crate::Percent,
    },
    /// In a small population both come to the same number of records.
    #[error("In a population of {}, no sample can tell {expected} % expected from {tolerable} % tolerable.", grouped(*.population))]
    ExpectedTooHighHere {
        /// The expected rate.
        expected: crate::Percent,
        /// The tolerable rate.
        tolerable: crate::Percent,
        /// The population's size.
        population: u64,
    },
    /// The exact model counts records, so it has to know how many there are.
    #[error("The hypergeometric model needs the size of the population, which isn’t known.")]
    PopulationUnknown,
    /// Two answers to one question.
    #[error("Both an expected rate and a number of allowed deviations were given.")]
    ExpectedAndAllowed,
    /// As many allowed as would be too many in the whole population.
    #[error("{} deviations in the whole population are already too many, so {} can’t be allowed in a sample.", grouped(*.too_many), grouped(*.allowed))]
    AllowedTooMany {
        /// The deviations allowed in the sample.
        allowed: u64,
        /// The deviations in the population at which it is no longer tolerable.
        too_many: u64,
    },
    /// Beyond what anyone would test.
    #[error("This needs a sample of more than {} records.", grouped(*.most))]
    SampleTooLarge {
        /// The largest sample that is calculated.
        most: u64,
    },
    /// Beyond what is counted.
    #[error("A population of {} records is larger than {}, the most that is calculated here.", grouped(*.population), grouped(*.most))]
    PopulationTooLarge {
        /// The population's size.
        population: u64,
        /// The largest that is calculated.
        most: u64,
    },
    /// More records than there are.
    #[error("A sample of {} is more than {} has: {}.", grouped(*.sample_size), .of_what, grouped(*.population))]
    SampleExceedsPopulation {
        /// What the records belong to: `the population`, or a stratum by name.
        of_what: String,
        /// The size asked for.
        sample_size: u64,
        /// The records there are.
        population: u64,
    },
    /// More failures than tests.
    #[error("{} failures are more than the {} tested in {of_what}.", grouped(*.failures), grouped(*.sample_size))]
    FailuresExceedSample {
        /// What the records belong to.
        of_what: String,
        /// The failures counted.
        failures: u64,
        /// The records tested.
        sample_size: u64,
    },
    /// Nothing was looked at.
    #[error("Nothing was tested, so nothing can be said about the rest.")]
    NothingTested,
    /// A stratum without a tested record says nothing, so neither do all of them together.
    #[error("Nothing was tested in {stratum}, so no rate can be weighted over the strata.")]
    StratumNotTested {
        /// The stratum.
        stratum: String,
    },
    /// Two strata of one name.
    #[error("There are two strata called {stratum}.")]
    StratumTwice {
        /// The name.
        stratum: String,
    },
    /// A stratum that isn't there.
    #[error("There is no stratum called {stratum}.")]
    NoSuchStratum {
        /// The name.
        stratum: String,
    },
    /// The parts don't make the whole.
    #[error("The strata were given {} records together, but the sample is to have {}.", grouped(*.given), grouped(*.wanted))]
    OwnSizesDoNotAddUp {
        /// What the strata's sizes come to.
        given: u64,
        /// The sample's size.
        wanted: u64,
    },
    /// A stratum below the least that each is to have.
    #[error("{stratum} was given {} records, but each stratum is to have at least {}.", grouped(*.given), grouped(*.minimum))]
    BelowMinimum {
        /// The stratum.
        stratum: String,
        /// What it was given.
        given: u64,
        /// The least that it is to have.
        minimum: u64,
    },
    /// The least for each is more than there is for all.
    #[error("At least {} in each stratum takes {} records, but the sample is to have {}.", grouped(*.minimum), grouped(*.needed), grouped(*.wanted))]
    MinimumTooLarge {
        /// The least that each is to have.
        minimum: u64,
        /// What that comes to.
        needed: u64,
        /// The sample's size.
        wanted: u64,
    },
    /// A draw nobody could repeat.
    #[error("The draw has no seed, so nobody could repeat it.")]
    SeedMissing,
    /// Not a SHA-256 in hexadecimal.
    #[error("The fingerprint of the population isn’t a SHA-256: it takes 64 hexadecimal digits.")]
    FingerprintUnreadable,
    /// A draw by a method that draws otherwise, or not at all.
    #[error("This is no draw by the method “{method}”.")]
    WrongMethod {
        /// The method that the key names.
        method: crate::Method,
    },
    /// Nothing that could be drawn by value.
    #[error("The records have no value together, so none can be drawn by value.")]
    NoValue,
    /// More than can be added up.
    #[error("The values add up to more than can be drawn from.")]
    ValueTooLarge,
    /// An error larger than the value it is found in.
    #[error("A record of {} was found overstated by {}, more than its value.", grouped(*.book_value), grouped(*.overstated))]
    OverstatedBeyondValue {
        /// The record's value.
        book_value: u64,
        /// The overstatement found.
        overstated: u64,
    },
    /// A first stage so short that nothing found in it proves too little.
    #[error("A first stage of {} is too short: at least {} are needed.", grouped(*.first), grouped(*.least))]
    FirstStageTooSmall {
        /// The first stage asked for.
        first: u64,
        /// The shortest that does.
        least: u64,
    },
    /// An assumed rate of nothing or of everything.
    #[error("From an assumed rate of {assumed} % no size can be estimated.")]
    AssumedOutOfRange {
        /// The rate assumed.
        assumed: crate::Percent,
    },
    /// A margin of nothing or of everything.
    #[error("A margin of {margin} % can’t be met by a sample.")]
    MarginOutOfRange {
        /// The margin asked for.
        margin: crate::Percent,
    },
}

impl Explain for SamplingError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnreadablePercent { .. } => "sampling.unreadable-percent",
            Self::TolerableOutOfRange { .. } => "sampling.tolerable-out-of-range",
            Self::ConfidenceOutOfRange { .. } => "sampling.confidence-out-of-range",
            Self::ExpectedTooHigh { .. } => "sampling.expected-too-high",
            Self::ExpectedTooHighHere { .. } => "sampling.expected-too-high-here",
            Self::PopulationUnknown => "sampling.population-unknown",
            Self::ExpectedAndAllowed => "sampling.expected-and-allowed",
            Self::AllowedTooMany { .. } => "sampling.allowed-too-many",
            Self::SampleTooLarge { .. } => "sampling.sample-too-large",
            Self::PopulationTooLarge { .. } => "sampling.population-too-large",
            Self::SampleExceedsPopulation { .. } => "sampling.sample-exceeds-population",
            Self::FailuresExceedSample { .. } => "sampling.failures-exceed-sample",
            Self::NothingTested => "sampling.nothing-tested",
            Self::StratumNotTested { .. } => "sampling.stratum-not-tested",
            Self::StratumTwice { .. } => "sampling.stratum-twice",
            Self::NoSuchStratum { .. } => "sampling.no-such-stratum",
            Self::OwnSizesDoNotAddUp { .. } => "sampling.own-sizes-do-not-add-up",
            Self::BelowMinimum { .. } => "sampling.below-minimum",
            Self::MinimumTooLarge { .. } => "sampling.minimum-too-large",
            Self::SeedMissing => "sampling.seed-missing",
            Self::FingerprintUnreadable => "sampling.fingerprint-unreadable",
            Self::WrongMethod { .. } => "sampling.wrong-method",
            Self::NoValue => "sampling.no-value",
            Self::ValueTooLarge => "sampling.value-too-large",
            Self::OverstatedBeyondValue { .. } => "sampling.overstated-beyond-value",
            Self::FirstStageTooSmall { .. } => "sampling.first-stage-too-small",
            Self::AssumedOutOfRange { .. } => "sampling.assumed-out-of-range",
            Self::MarginOutOfRange { .. } => "sampling.margin-out-of-range",
        }
    }

    fn remedy(&self) -> String {
        match self {
            Self::UnreadablePercent { .. } => {
                "Write a number from 0 to 100 with at most six decimals, for example 5 or 2.5."
            }
            Self::TolerableOutOfRange { .. } => "Choose a tolerable rate above 0 % and below 100 %, for example 5 %.",
            Self::ConfidenceOutOfRange { .. } => {
                "Choose a confidence above 0 % and below 100 %, for example 95 %, or test every record."
            }
            Self::PopulationUnknown => "Import the population, or choose the binomial model.",
            Self::ExpectedTooHigh { .. } | Self::ExpectedTooHighHere { .. } => {
                "Lower the expected rate, raise the tolerable rate, or test every record."
            }
            Self::ExpectedAndAllowed => "Give one of the two and leave the other empty.",
            Self::AllowedTooMany { .. } => "Allow fewer deviations, raise the tolerable rate, or test every record.",
            Self::SampleTooLarge { .. } => "Raise the tolerable rate, lower the confidence, or expect less.",
            Self::PopulationTooLarge { .. } => "Split the population, for example by month.",
            Self::SampleExceedsPopulation { .. } => "Lower the size, or test every record.",
            Self::FailuresExceedSample { .. } => "Correct the number of failures or of records tested.",
            Self::NothingTested => "Test the records that were drawn.",
            Self::StratumNotTested { .. } => {
                "Test records of that stratum, or leave it out and report it as not covered."
            }
            Self::StratumTwice { .. } => "Rename one of them, or put them together.",
            Self::NoSuchStratum { .. } => "Choose one of the strata that the population has.",
            Self::OwnSizesDoNotAddUp { .. } => "Correct the strata’s sizes or the size of the sample.",
            Self::BelowMinimum { .. } => "Raise its size, or lower the least that each stratum is to have.",
            Self::MinimumTooLarge { .. } => "Enlarge the sample, or lower the least that each stratum is to have.",
            Self::SeedMissing => "Type a seed, for example the audit’s reference and today’s date.",
            Self::FingerprintUnreadable => "Import the population again, so that its fingerprint is taken anew.",
            Self::WrongMethod { .. } => "Draw by the method that the sample was planned with.",
            Self::NoValue => "Choose the column that holds the value, or draw at random.",
            Self::ValueTooLarge => "Check the value column for wrong figures, or split the population.",
            Self::OverstatedBeyondValue { .. } => "Correct the overstatement: it can be as large as the value at most.",
            Self::FirstStageTooSmall { .. } => "Lengthen the first stage.",
            Self::AssumedOutOfRange { .. } => "Assume a rate above 0 % and below 100 %; 50 % is the careful choice.",
            Self::MarginOutOfRange { .. } => "Choose a margin above 0 % and below 100 %, for example 5 %.",
        }
        .to_owned()
    }
}
