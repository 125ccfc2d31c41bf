//! What goes to a registry: each package by itself, without the repository around it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_yaml::Value;

use crate::ROOT;

/// What Cargo prints.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).arg("--offline").current_dir(ROOT).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The manifests of the packages that can be published.
fn packages() -> Vec<Value> {
    // JSON is YAML.
    let metadata: Value = serde_yaml::from_str(&cargo(&["metadata", "--no-deps", "--format-version=1"])).unwrap();
    let packages = metadata["packages"].as_sequence().unwrap().iter();
    let packages: Vec<_> = packages.filter(|package| package["publish"].is_null()).cloned().collect();
    assert!(packages.iter().any(|package| package["name"] == "include-agents"));
    packages
}

fn folder(package: &Value) -> PathBuf {
    Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned()
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn each_package_holds_its_licences_its_readme_and_all_of_its_source_and_nothing_else() {
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let folder = folder(&package);
        let list = cargo(&["package", "--list", "--allow-dirty", "-p", name]).replace('\\', "/");
        let packed: Vec<_> = list.lines().collect();
        let mut own = vec!["LICENSE-APACHE".to_owned(), "LICENSE-MIT".to_owned(), "README.md".to_owned()];
        // What `include_str!` takes has to lie below these too, or the package would not compile.
        for folder_inside in ["src", "data"]
            .map(|folder_inside| folder.join(folder_inside))
            .iter()
            .filter(|folder_inside| folder_inside.is_dir())
        {
            let paths = files(folder_inside).into_iter();
            own.extend(paths.map(|path| path.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/")));
        }
        for file in &own {
            assert!(packed.contains(&file.as_str()), "{name} is packed without {file}: {packed:?}");
        }
        let of_cargo = [".cargo_vcs_info.json", "Cargo.lock", "Cargo.toml", "Cargo.toml.orig", "CHANGELOG.md"];
        for file in packed {
            assert!(own.iter().any(|own| own == file) || of_cargo.contains(&file), "{name} is packed with {file}");
        }
    }
}

#[test]
fn each_package_has_the_licences_of_the_project_and_says_what_it_is() {
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let read = |folder: &Path, file: &str| fs::read_to_string(folder.join(file)).unwrap().replace("\r\n", "\n");
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            // Where a checkout knows no links, a link is a file that holds a path.
            assert_eq!(read(&folder(&package), licence), read(Path::new(ROOT), licence), "{name}: {licence}");
        }
        assert!(read(&folder(&package), "README.md").starts_with(&format!("# {name}\n")), "{name}");
        assert!(package["description"].as_str().is_some_and(|text| text.contains("agent")), "{name}");
        for list in ["keywords", "categories"] {
            assert!(package[list].as_sequence().is_some_and(|words| !words.is_empty()), "{name} has no {list}");
        }
    }
}
