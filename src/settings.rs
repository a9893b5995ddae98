//! Settings: glyph sets, themes and colour depth, resolved from what the user and the terminal say.
//!
//! Never reads the environment and never knows a figure.
