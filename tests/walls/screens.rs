use std::path::{Component, Path, PathBuf};

use super::street::{entries, house_number, name, repository, uphill};

/// The files that hold code, below a folder.
fn code_below(folder: &Path) -> Vec<PathBuf> {
    let is_code = |file: &Path| {
        file.extension().is_some_and(|extension| ["ts", "js", "mjs", "svelte"].iter().any(|code| extension == *code))
    };
    entries(folder)
        .into_iter()
        .flat_map(|entry| if entry.is_dir() { code_below(&entry) } else { vec![entry] })
        .filter(|file| is_code(file))
        .collect()
}

/// What a file imports: the quoted word after `from`, after `import` and inside `import(…)`.
fn imports(code: &str) -> Vec<&str> {
    let mut imports = Vec::new();
    for keyword in ["from", "import"] {
        for (at, _) in code.match_indices(keyword) {
            let before = code[..at].chars().next_back();
            let rest = code[at + keyword.len()..].trim_start_matches([' ', '\n', '\t', '(']);
            let Some(quote) = rest.chars().next().filter(|first| ['"', '\''].contains(first)) else { continue };
            if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
                continue;
            }
            if let Some((word, _)) = rest[1..].split_once(quote) {
                imports.push(word);
            }
        }
    }
    imports
}

/// The slice that an import reaches, seen from a file; both are paths below `ui/src`.
fn slice_reached(file: &Path, import: &str) -> Option<String> {
    let target = match import.strip_prefix('.') {
        Some(_) => file.parent()?.join(import),
        // An alias such as `$evidence/…` or `@/evidence/…`.
        None => PathBuf::from(import.strip_prefix('$').or_else(|| import.strip_prefix("@/"))?),
    };
    let mut parts = Vec::new();
    for part in target.components() {
        match part {
            Component::Normal(part) => parts.push(part),
            Component::ParentDir => drop(parts.pop()),
            _ => {}
        }
    }
    // A file that lies directly in ui/src is no slice.
    let slice = parts.first()?.to_string_lossy().into_owned();
    (parts.len() > 1 || house_number(&slice).is_some()).then_some(slice)
}

/// What is wrong with a file's imports, in words. The path is below `ui/src`.
fn breaches(file: &Path, code: &str) -> Vec<String> {
    let place = file.display();
    let of_slice = file.parent().and_then(|folder| folder.components().next());
    // What lies directly in ui/src starts the program and may see everything, except the window.
    let slice = of_slice.map(|slice| slice.as_os_str().to_string_lossy().into_owned());
    let mut breaches = Vec::new();
    if let Some(slice) = slice.as_deref().filter(|slice| house_number(slice).is_none()) {
        breaches.push(format!("{place}: {slice}/ has no place in the street"));
    }
    for import in imports(code) {
        if import.starts_with("@tauri-apps") && slice.as_deref() != Some("ground") {
            breaches.push(format!("{place} imports {import}: only ground/ knows the window"));
        }
        if let (Some(slice), Some(reached)) = (slice.as_deref(), slice_reached(file, import))
            && reached != slice
            && let Some(arrow) = uphill(slice, &reached)
        {
            breaches.push(format!("{place}: {arrow} runs uphill"));
        }
    }
    breaches
}

#[test]
fn no_screen_imports_uphill_and_only_the_ground_knows_the_window() {
    let screens = repository().join("ui/src");
    let files = code_below(&screens);
    assert!(!files.is_empty(), "the screens were not found");

    let breaches: Vec<_> = files
        .iter()
        .flat_map(|file| {
            let code = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            breaches(file.strip_prefix(&screens).expect("a file below ui/src"), &code)
        })
        .collect();

    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn the_screens_stand_beside_their_crates() {
    let folders = entries(&repository().join("ui/src")).into_iter().filter(|entry| entry.is_dir());
    for slice in folders.map(|folder| name(&folder)) {
        assert!(house_number(&slice).is_some(), "ui/src/{slice}/ has no place in the street");
    }
}

#[test]
fn a_made_up_uphill_import_is_caught() {
    let made_up = |file: &str, code: &str| breaches(Path::new(file), code);

    assert_eq!(
        made_up("evidence/Sheet.svelte", "import Card from \"../finding/Card.svelte\";"),
        ["evidence/Sheet.svelte: evidence ──▶ finding runs uphill"]
    );
    assert_eq!(
        made_up("evidence/deep/Sheet.svelte", "const card = await import('../../finding/Card.svelte')"),
        ["evidence/deep/Sheet.svelte: evidence ──▶ finding runs uphill"]
    );
    assert_eq!(
        made_up("audit/plan.ts", "import {\n  day,\n} from\n\"$desk/day\";"),
        ["audit/plan.ts: audit ──▶ desk runs uphill"]
    );
    assert_eq!(
        made_up("desk/Frame.svelte", "import { listen } from '@tauri-apps/api/event'"),
        ["desk/Frame.svelte imports @tauri-apps/api/event: only ground/ knows the window"]
    );
    assert_eq!(made_up("billing/Sum.ts", ""), ["billing/Sum.ts: billing/ has no place in the street"]);
}

#[test]
fn what_runs_downhill_is_left_alone() {
    let made_up = |file: &str, code: &str| breaches(Path::new(file), code);

    assert!(made_up("desk/Frame.svelte", "import List from '../finding/List.svelte'").is_empty());
    assert!(
        made_up("finding/List.svelte", "import Badge from './Badge.svelte'; import '../ground/tokens.css'").is_empty()
    );
    assert!(made_up("ground/ipc.ts", "import { invoke } from \"@tauri-apps/api/core\"").is_empty());
    assert!(made_up("main.ts", "import App from './desk/App.svelte'; import './app.css'").is_empty());
}
