//! The sources as the compiler would read them: modules, what each defines and imports, and which file
//! each path in the code leads to.
//!
//! Tests are left out, and so are comments. A re-export is followed to the file that defines the item;
//! declaring a module or passing an item on is no use of it.

#![expect(clippy::wildcard_enum_match_arm, reason = "only a part of the language is asked for")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// The names from the root of the crate to a module.
type Names = Vec<String>;

/// A module, in a file of its own or within one.
#[derive(Default)]
struct Module {
    file: String,
    modules: BTreeSet<String>,
    items: BTreeMap<String, What>,
    imports: Vec<Import>,
    /// The macros that make items of it.
    calls: Names,
}

/// What an item is, as far as a guard asks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A struct, an enum or another name for a type.
    Type,
    Trait,
    Other,
}

/// A name that a module takes from elsewhere; `*` is every name of a module.
struct Import {
    name: String,
    path: Names,
}

/// Where a path leads.
enum Goal {
    Module(Names),
    Item { module: Names, name: String },
}

/// One file uses an item of another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Use {
    pub(crate) user: String,
    pub(crate) used: String,
    pub(crate) item: String,
}

/// The modules of a crate.
#[derive(Default)]
pub(crate) struct Sources {
    files: Vec<(Names, String, syn::File)>,
    modules: BTreeMap<Names, Module>,
    /// What is defined wherever a macro is called.
    rules: BTreeMap<String, Vec<(String, What)>>,
    /// Functions and constants that stand in an implementation for a type, and in which files.
    members: BTreeMap<(Names, String, String), BTreeSet<String>>,
}

impl Sources {
    /// Reads a crate from the text of its files, by their names below `src`.
    pub(crate) fn read(text: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut sources = Self::default();
        sources.file(&[], "lib.rs", text);
        for module in sources.modules.values_mut() {
            let made = module.calls.iter().filter_map(|call| sources.rules.get(call));
            module.items.extend(made.flatten().cloned());
        }
        let files = std::mem::take(&mut sources.files);
        for (names, file, code) in &files {
            let mut members = Members { sources: &sources, here: names.clone(), found: Vec::new() };
            members.visit_file(code);
            for key in members.found {
                sources.members.entry(key).or_default().insert(file.clone());
            }
        }
        Self { files, ..sources }
    }

    /// The crate in a folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self::read(&|name| std::fs::read_to_string(folder.join(name)).ok())
    }

    fn file(&mut self, names: &[String], file: &str, text: &dyn Fn(&str) -> Option<String>) {
        let text_of_file = text(file).unwrap_or_else(|| panic!("{file} is declared and not there"));
        let code = syn::parse_file(&text_of_file).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.module(names, file, &code.items);
        for item in &code.items {
            if let syn::Item::Mod(module) = item
                && module.content.is_none()
                && !is_test(item)
            {
                let inner = below(names, &module.ident.to_string());
                self.file(&inner, &format!("{}.rs", inner.join("/")), text);
            }
        }
        self.files.push((names.to_vec(), file.to_owned(), code));
    }

    fn module(&mut self, names: &[String], file: &str, items: &[syn::Item]) {
        let mut module = Module { file: file.to_owned(), ..Module::default() };
        for item in items.iter().filter(|item| !is_test(item)) {
            if let syn::Item::Mod(inner) = item {
                let name = inner.ident.to_string();
                if let Some((_, items)) = &inner.content {
                    self.module(&below(names, &name), file, items);
                }
                module.modules.insert(name);
            }
            if let syn::Item::Macro(item) = item {
                if let Some(rules) = &item.ident {
                    self.rules.insert(rules.to_string(), made(item.mac.tokens.clone()));
                } else {
                    module.calls.extend(names_of(&item.mac.path).pop());
                    module.items.extend(made(item.mac.tokens.clone()));
                }
            }
            module.items.extend(defined(item).map(|(name, what)| (name.to_string(), what)));
        }
        let mut imports = Imports(Vec::new());
        items.iter().filter(|item| !is_test(item)).for_each(|item| imports.visit_item(item));
        module.imports = imports.0;
        self.modules.insert(names.to_vec(), module);
    }

    /// Every type and trait with the file that defines it.
    pub(crate) fn types(&self) -> impl Iterator<Item = (&str, &str)> {
        self.modules.values().flat_map(|module| {
            let types = module.items.iter().filter(|(_, what)| **what != What::Other);
            types.map(|(name, _)| (name.as_str(), module.file.as_str()))
        })
    }

    /// Which file uses what of which other file.
    pub(crate) fn uses(&self) -> BTreeSet<Use> {
        let mut all = BTreeSet::new();
        for (names, file, code) in &self.files {
            let mut uses = Uses { sources: self, here: names.clone(), file, found: &mut all };
            uses.visit_file(code);
        }
        all
    }

    /// Where a path in a module leads, if it stays in the crate.
    fn goal(&self, module: &[String], path: &[String], to_module: bool, depth: usize) -> Option<Goal> {
        let mut here = module.to_vec();
        let mut rest = path;
        while let Some((first, after)) = rest.split_first() {
            match first.as_str() {
                "crate" => here.clear(),
                "super" => drop(here.pop()?),
                "self" => {}
                _ => break,
            }
            rest = after;
        }
        while let Some((name, after)) = rest.split_first() {
            match self.named(&here, name, to_module || !after.is_empty(), depth)? {
                Goal::Module(below) => here = below,
                item @ Goal::Item { .. } => return Some(item),
            }
            rest = after;
        }
        Some(Goal::Module(here))
    }

    /// What a name stands for in a module.
    fn named(&self, here: &[String], name: &str, to_module: bool, depth: usize) -> Option<Goal> {
        if depth > 16 {
            return None;
        }
        let module = self.modules.get(here)?;
        let child = || module.modules.contains(name).then(|| Goal::Module(below(here, name)));
        let item = || {
            let item = || Goal::Item { module: here.to_vec(), name: name.to_owned() };
            module.items.contains_key(name).then(item)
        };
        let imported = || {
            let named = module.imports.iter().filter(|import| import.name == name);
            let mut goals = named.filter_map(|import| self.goal(here, &import.path, to_module, depth + 1));
            goals.next()
        };
        let of_all = || {
            let all = module.imports.iter().filter(|import| import.name == "*");
            let mut goals =
                all.filter_map(|import| match self.goal(here, &import.path, true, depth + 1)? {
                    Goal::Module(module) => self.named(&module, name, to_module, depth + 1),
                    Goal::Item { .. } => None,
                });
            goals.next()
        };
        let own = if to_module { child().or_else(item) } else { item().or_else(child) };
        own.or_else(imported).or_else(of_all)
    }
}

fn below(names: &[String], name: &str) -> Names {
    names.iter().cloned().chain([name.to_owned()]).collect()
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn tests_only(attributes: &[syn::Attribute]) -> bool {
    let is_test = |attribute: &syn::Attribute| match &attribute.meta {
        syn::Meta::List(list) => attribute.path().is_ident("cfg") && list.tokens.to_string() == "test",
        _ => attribute.path().is_ident("test"),
    };
    attributes.iter().any(is_test)
}

fn is_test(item: &syn::Item) -> bool {
    tests_only(attributes(item))
}

/// The name an item defines.
fn defined(item: &syn::Item) -> Option<(&syn::Ident, What)> {
    match item {
        syn::Item::Const(item) => Some((&item.ident, What::Other)),
        syn::Item::Enum(item) => Some((&item.ident, What::Type)),
        syn::Item::Fn(item) => Some((&item.sig.ident, What::Other)),
        syn::Item::Macro(item) => item.ident.as_ref().map(|name| (name, What::Other)),
        syn::Item::Static(item) => Some((&item.ident, What::Other)),
        syn::Item::Struct(item) => Some((&item.ident, What::Type)),
        syn::Item::Trait(item) => Some((&item.ident, What::Trait)),
        syn::Item::Type(item) => Some((&item.ident, What::Type)),
        _ => None,
    }
}

/// The types and constants that the rules of a macro make under names of their own.
fn made(rules: TokenStream) -> Vec<(String, What)> {
    let mut made = Vec::new();
    let mut before = String::new();
    for token in rules {
        match token {
            TokenTree::Group(group) => made.extend(self::made(group.stream())),
            TokenTree::Ident(ident) => {
                match before.as_str() {
                    "enum" | "struct" | "type" => made.push((ident.to_string(), What::Type)),
                    "trait" => made.push((ident.to_string(), What::Trait)),
                    "const" if ident != "fn" => made.push((ident.to_string(), What::Other)),
                    _ => {}
                }
                before = ident.to_string();
            }
            _ => before.clear(),
        }
    }
    made
}

/// The imports of a module, wherever in it they stand.
struct Imports(Vec<Import>);

impl Imports {
    fn tree(&mut self, before: &[String], tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(path) => self.tree(&below(before, &path.ident.to_string()), &path.tree),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(before, tree)),
            syn::UseTree::Glob(_) => self.0.push(Import { name: "*".to_owned(), path: before.to_vec() }),
            syn::UseTree::Name(name) if name.ident == "self" => {
                let name = before.last().cloned().unwrap_or_default();
                self.0.push(Import { name, path: before.to_vec() });
            }
            syn::UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.0.push(Import { path: below(before, &name), name });
            }
            syn::UseTree::Rename(rename) => {
                let path = below(before, &rename.ident.to_string());
                self.0.push(Import { name: rename.rename.to_string(), path });
            }
        }
    }
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_use(&mut self, import: &'ast syn::ItemUse) {
        self.tree(&[], &import.tree);
    }

    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}
}

/// What implementations hold.
struct Members<'a> {
    sources: &'a Sources,
    here: Names,
    found: Vec<(Names, String, String)>,
}

impl<'ast> Visit<'ast> for Members<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_test(item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let syn::Type::Path(path) = &*item.self_ty else { return };
        let Some(Goal::Item { module, name }) =
            self.sources.goal(&self.here, &names_of(&path.path), false, 0)
        else {
            return;
        };
        for member in &item.items {
            let member = match member {
                syn::ImplItem::Fn(function) => function.sig.ident.to_string(),
                syn::ImplItem::Const(constant) => constant.ident.to_string(),
                _ => continue,
            };
            self.found.push((module.clone(), name.clone(), member));
        }
    }
}

fn names_of(path: &syn::Path) -> Names {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

/// The uses within one file.
struct Uses<'a> {
    sources: &'a Sources,
    here: Names,
    file: &'a str,
    found: &'a mut BTreeSet<Use>,
}

impl Uses<'_> {
    fn path(&mut self, path: &[String]) {
        let Some(Goal::Item { module, name }) = self.sources.goal(&self.here, path, false, 0) else { return };
        self.used(&self.sources.modules[&module].file, &name);
        let member = path.iter().rposition(|part| *part == name).and_then(|at| path.get(at + 1));
        if let Some(member) = member.or(path.last()) {
            let key = (module, name.clone(), member.clone());
            for file in self.sources.members.get(&key).into_iter().flatten() {
                self.used(file, &format!("{name}::{member}"));
            }
        }
    }

    fn used(&mut self, file: &str, item: &str) {
        if file != self.file {
            let user = self.file.to_owned();
            self.found.insert(Use { user, used: file.to_owned(), item: item.to_owned() });
        }
    }

    /// Paths within what a macro is given, which is no syntax yet.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = Names::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.path(&std::mem::take(&mut path));
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                other => {
                    self.path(&std::mem::take(&mut path));
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.path(&path);
    }
}

impl<'ast> Visit<'ast> for Uses<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_test(item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if !tests_only(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.here.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.here.pop();
    }

    /// Importing is no use by itself, but a trait works without being named.
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !matches!(item.vis, syn::Visibility::Inherited) {
            return;
        }
        let mut imports = Imports(Vec::new());
        imports.tree(&[], &item.tree);
        for import in imports.0 {
            let goal = self.sources.goal(&self.here, &import.path, false, 0);
            if let Some(Goal::Item { module, name }) = goal {
                let module = &self.sources.modules[&module];
                if module.items[&name] == What::Trait {
                    self.used(&module.file, &name);
                }
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.path(&names_of(path));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.path(&names_of(&call.path));
        // The rules of a macro are read where it is called.
        if !call.path.is_ident("macro_rules") {
            self.tokens(call.tokens.clone());
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}
