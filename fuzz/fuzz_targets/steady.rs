//! Hash maps of the standard library in the same order each time, so that a walk can be walked again: it asks the
//! system for its keys through this function, which gives the same bytes to everybody.

#[unsafe(no_mangle)]
unsafe extern "C" fn getrandom(bytes: *mut u8, count: usize, _flags: u32) -> isize {
    // SAFETY: the caller gives room for `count` bytes.
    unsafe { bytes.write_bytes(1, count) };
    count.cast_signed()
}
