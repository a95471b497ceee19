//! The screens' client is the one that the desk's list of operations gives.

use std::{fs, path::Path};

#[test]
fn the_screens_client_is_what_the_list_of_operations_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ground/operations.gen.ts");
    let standing = fs::read_to_string(&file).expect("ui/src/ground/operations.gen.ts");
    // A checkout on Windows may have other line endings.
    let standing = standing.replace("\r\n", "\n");
    let wanted = desk::client();

    let differs = standing.lines().zip(wanted.lines()).position(|(standing, wanted)| standing != wanted);
    assert!(
        standing == wanted,
        "ui/src/ground/operations.gen.ts is stale from line {}. Run `cargo xtask operations`, then look at the screens \
         that use what changed.",
        differs.unwrap_or_else(|| standing.lines().count().min(wanted.lines().count())) + 1
    );
}
