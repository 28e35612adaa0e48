//! Transcendental functions with the same last bit on every platform, by `libm`.

/// Natural logarithm.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `ln(1 + x)`.
#[must_use]
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// Logarithm to the base 2.
#[must_use]
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// Logarithm to the base 10.
#[must_use]
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// `e` to the power of `x`.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// `e` to the power of `x`, less 1.
#[must_use]
pub fn exp_m1(x: f64) -> f64 {
    libm::expm1(x)
}

/// `x` to the power of `y`.
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// Sine of `x` radians.
#[must_use]
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// Cosine of `x` radians.
#[must_use]
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// Complementary error function.
#[must_use]
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

/// Natural logarithm of the gamma function.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// A number with so many digits after the point, rounded. The standard library has 25 kB of code for this, most of it
/// for digits that nobody reads.
#[must_use]
pub fn fixed(x: f64, digits: usize) -> String {
    if !x.is_finite() {
        return if x.is_nan() {
            "NaN"
        } else if x > 0.0 {
            "inf"
        } else {
            "-inf"
        }
        .into();
    }
    let scale = 10u64.pow(digits.min(9) as u32);
    let scaled = libm::rint(x.abs() * scale as f64) as u64;
    let sign = if x < 0.0 { "-" } else { "" };
    let whole = format!("{sign}{}", scaled / scale);
    if digits == 0 { whole } else { format!("{whole}.{:0digits$}", scaled % scale) }
}

/// A number as a digit, three more, and a power of ten: `1.235e-7`.
#[must_use]
pub fn scientific(x: f64) -> String {
    if x == 0.0 || !x.is_finite() {
        return fixed(x, 0);
    }
    let (mut digits, mut power) = (x, 0i32);
    while digits.abs() < 1.0 {
        (digits, power) = (digits * 10.0, power - 1);
    }
    while libm::rint(digits.abs() * 1000.0) >= 10_000.0 {
        (digits, power) = (digits / 10.0, power + 1);
    }
    format!("{}e{}", fixed(digits, 3), power)
}

/// A number as short as six digits after the point allow.
#[must_use]
pub fn short(x: f64) -> String {
    let size = x.abs();
    if x.is_finite() && x != 0.0 && !(1e-6..1e12).contains(&size) {
        return scientific(x);
    }
    let text = fixed(x, 6);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-" { "0".into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written() {
        for (x, expected) in
            [(0.0, "0"), (0.5, "0.5"), (-1.25, "-1.25"), (20.0, "20"), (100.0, "100"), (1e20, "1.000e20")]
        {
            assert_eq!(short(x), expected);
        }
        for x in [0.123_456, 1.000_5, 999.999_6, 12_345.678, -2.503_59, 7.0] {
            assert_eq!(fixed(x, 3), format!("{x:.3}"));
        }
        for x in [1e-3, 9.999_96e-7, 1.234_567e-20, -4.9e-308, 5e-324, 1e15, 9.87e300] {
            assert_eq!(scientific(x), format!("{x:.3e}"));
        }
        assert_eq!(fixed(f64::NAN, 3), "NaN");
    }
}
