//! The shell: terminal, files, clock, signals and the loop. The only IO.
//!
//! Never decides anything.
