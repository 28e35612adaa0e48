//! Transcendental functions with the same last bit on every platform, by `libm`.

/// A number below 2^53 / 10^`decimals`, rounded to so many decimals. Here and below not by the standard library, whose
/// way for any number takes twenty times the room.
#[must_use]
#[inline(never)]
pub fn fixed(x: f64, decimals: u32) -> String {
    let one = 10_u64.pow(decimals);
    let all = libm::rint(x.abs() * one as f64) as u64;
    let sign = if x < 0.0 && all > 0 { "-" } else { "" };
    let (whole, rest) = (all / one, all % one + one);
    // The digits behind the point, and a one that keeps their zeros.
    let rest = rest.to_string();
    format!("{sign}{whole}{}{}", if decimals > 0 { "." } else { "" }, rest.get(1..).unwrap_or(""))
}

/// A number with an exponent: `1.234e-5`.
#[must_use]
#[inline(never)]
pub fn scientific(x: f64) -> String {
    if x == 0.0 || !x.is_finite() {
        let sign = if x < 0.0 { "-" } else { "" };
        return [
            sign,
            if x == 0.0 {
                "0"
            } else if x.is_nan() {
                "NaN"
            } else {
                "inf"
            },
        ]
        .concat();
    }
    let mut exponent = libm::floor(libm::log10(x.abs())) as i32;
    // Ten to the power of less than -307 is no exact number.
    let (large, more) = if exponent < -200 { (x * 1e200, 200) } else { (x, 0) };
    let scaled = |exponent: i32| large / libm::pow(10.0, f64::from(exponent + more));
    if scaled(exponent).abs() >= 9.9995 {
        exponent += 1;
    }
    format!("{}e{exponent}", fixed(scaled(exponent), 3))
}

/// A number in as few decimals as tell it from others, or with an exponent where these are many.
#[must_use]
#[inline(never)]
pub fn shortest(x: f64) -> String {
    let exact = |decimals: &u32| {
        let one = libm::pow(10.0, f64::from(*decimals));
        let all = libm::round(x * one);
        all.abs() < 9e15 && all / one == x
    };
    (0..16).find(exact).map_or_else(|| scientific(x), |decimals| fixed(x, decimals))
}

/// The larger of two numbers, the second where either is not a number: `f64::max` is a call in Wasm.
#[must_use]
#[inline]
pub fn larger(x: f64, y: f64) -> f64 {
    if x > y { x } else { y }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_writes_them() {
        for x in [0.25, 1.0, 12.345_6, -3.999_96, 1234.56, 99_999.25, 0.000_5] {
            assert_eq!(fixed(x, 1), format!("{x:.1}"));
            assert_eq!(fixed(x, 4), format!("{x:.4}"));
            assert_eq!(shortest(x), format!("{x}"));
            assert_eq!(scientific(x), format!("{x:.3e}"));
        }
        for x in [1.5e-9, 9.999_96e-5, -2.5e17, 1e300, 5e-324, f64::NAN, f64::INFINITY, 0.0] {
            assert_eq!(scientific(x), format!("{x:.3e}").replace("0.000e0", "0"));
        }
        for x in [0.1, -0.7, 3.0, 1e6, 0.05, 100.0, 2.5] {
            assert_eq!(shortest(x), format!("{x}"));
        }
    }
}
