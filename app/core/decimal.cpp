// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace layerscope {

namespace {

/// 17 digits: the longest shortest form of a double, and what fits beside five bits of decimals.
constexpr int maximumDigits = 17;
constexpr qint64 mantissaLimit = 100'000'000'000'000'000; // 10^17

constexpr std::array<qint64, maximumDigits + 1> powersOfTen = [] {
    std::array<qint64, maximumDigits + 1> powers{};
    qint64 power = 1;
    for (qint64 &entry : powers) {
        entry = power;
        power *= 10;
    }
    return powers;
}();

/// Without its last digits, rounded half away from zero once: digit by digit would round 0.45 up to 1.
qint64 withoutDigits(qint64 value, int digits)
{
    if (digits <= 0)
        return value;
    if (digits > maximumDigits)
        return 0; // of at most 17 digits nothing is left, not even by rounding
    const qint64 divisor = powersOfTen[static_cast<std::size_t>(digits)];
    const qint64 rest = value % divisor; // adding half to the value could overflow
    const qint64 half = divisor / 2;
    const qint64 away = rest >= half ? 1 : rest <= -half ? -1 : 0;
    return value / divisor + away;
}

/// No account owes 10^17 dollars.
qint64 saturated(qint64 value)
{
    return value > 0 ? mantissaLimit - 1 : 1 - mantissaLimit;
}

/// Brings the mantissa below its limit by giving up decimals. False: even without decimals it does not fit.
bool fit(qint64 &mantissa, int &decimals)
{
    const auto isTooLong = [](qint64 value) { return value >= mantissaLimit || value <= -mantissaLimit; };
    int drop = std::max(0, decimals - Decimal::maximumDecimals);
    while (drop < decimals && isTooLong(withoutDigits(mantissa, drop)))
        ++drop;
    mantissa = withoutDigits(mantissa, drop);
    decimals -= drop;
    return !isTooLong(mantissa);
}

} // namespace

Decimal::Decimal(qint64 mantissa, int decimals)
{
    if (!fit(mantissa, decimals))
        mantissa = saturated(mantissa);
    m_bits = mantissa * (qint64(1) << decimalsBits) + decimals;
}

std::optional<Decimal> Decimal::fromText(QStringView text)
{
    text = text.trimmed();
    bool negative = false;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        negative = text.front() == u'-';
        text = text.sliced(1);
    }

    qint64 mantissa = 0;
    int digits = 0;   // significant ones taken into the mantissa
    int exponent = 0; // power of ten that the mantissa still has to be multiplied with
    bool anyDigit = false;
    bool pointSeen = false;
    bool roundUp = false;
    qsizetype at = 0;
    for (; at < text.size(); ++at) {
        const char16_t c = text[at].unicode();
        if (c == u'.') {
            if (pointSeen)
                return std::nullopt;
            pointSeen = true;
            continue;
        }
        if (c < u'0' || c > u'9')
            break;
        anyDigit = true;
        if (digits == 0 && c == u'0') { // leading zeros count as decimals only
            exponent -= pointSeen ? 1 : 0;
            continue;
        }
        if (digits < maximumDigits) {
            mantissa = mantissa * 10 + (c - u'0');
            exponent -= pointSeen ? 1 : 0;
            ++digits;
        } else {
            if (digits == maximumDigits)
                roundUp = c >= u'5';
            exponent += pointSeen ? 0 : 1;
            ++digits;
        }
    }
    if (!anyDigit)
        return std::nullopt;
    if (at < text.size()) {
        const char16_t c = text[at].unicode();
        if (c != u'e' && c != u'E')
            return std::nullopt;
        bool ok = false;
        const int written = text.sliced(at + 1).toInt(&ok);
        if (!ok || written > 1000 || written < -1000)
            return std::nullopt;
        exponent += written;
    }

    while (exponent > 0 && mantissa != 0) {
        if (mantissa >= mantissaLimit / 10)
            return std::nullopt;
        mantissa *= 10;
        --exponent;
    }
    exponent = std::min(exponent, 0);
    if (roundUp && -exponent <= maximumDecimals)
        ++mantissa; // else the digits that matter are dropped below, and with them this one
    int decimals = -exponent;
    if (!fit(mantissa, decimals))
        return std::nullopt;
    return Decimal(negative ? -mantissa : mantissa, decimals);
}

std::optional<Decimal> Decimal::fromDouble(double value)
{
    if (!std::isfinite(value))
        return std::nullopt;
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    if (error != std::errc())
        return std::nullopt;
    return fromText(QString::fromLatin1(buffer.data(), end - buffer.data()));
}

double Decimal::toDouble() const
{
    return static_cast<double>(mantissa()) / std::pow(10.0, decimals());
}

QByteArray Decimal::toText() const
{
    QByteArray text = QByteArray::number(std::abs(mantissa()));
    const int places = decimals();
    if (places > 0) {
        if (text.size() <= places)
            text.prepend(QByteArray(places + 1 - text.size(), '0'));
        text.insert(text.size() - places, '.');
    }
    return isNegative() ? '-' + text : text;
}

Decimal &Decimal::operator+=(Decimal other)
{
    qint64 a = mantissa();
    qint64 b = other.mantissa();
    int aDecimals = decimals();
    int bDecimals = other.decimals();
    if (aDecimals < bDecimals) {
        std::swap(a, b);
        std::swap(aDecimals, bDecimals);
    }
    // Widen the one with fewer decimals as far as 64 bits go, two digits beyond the limit, so that a
    // difference which fits is exact; then narrow the other to it.
    constexpr qint64 widest = 9 * mantissaLimit;
    while (bDecimals < aDecimals && b < widest && b > -widest) {
        b *= 10;
        ++bDecimals;
    }
    a = withoutDigits(a, aDecimals - bDecimals);
    aDecimals = bDecimals;
    qint64 sum = a + b; // below 9.1 × 10^18: cannot overflow 64 bits
    if (!fit(sum, aDecimals))
        sum = saturated(sum);
    *this = Decimal(sum, aDecimals);
    return *this;
}

Decimal Decimal::rounded(int places) const
{
    const int drop = decimals() - places;
    if (drop <= 0)
        return *this;
    return Decimal(withoutDigits(mantissa(), drop), places);
}

std::strong_ordering Decimal::operator<=>(Decimal other) const
{
    qint64 a = mantissa();
    qint64 b = other.mantissa();
    int aDecimals = decimals();
    int bDecimals = other.decimals();
    const auto sign = [](qint64 value) { return (value > 0) - (value < 0); };
    if (sign(a) != sign(b))
        return sign(a) <=> sign(b);
    // Same sign, other scale: widen the coarser one; if that leaves the range it is the larger in amount.
    while (aDecimals < bDecimals) {
        if (a >= mantissaLimit || a <= -mantissaLimit)
            return a > 0 ? std::strong_ordering::greater : std::strong_ordering::less;
        a *= 10;
        ++aDecimals;
    }
    while (bDecimals < aDecimals) {
        if (b >= mantissaLimit || b <= -mantissaLimit)
            return b > 0 ? std::strong_ordering::less : std::strong_ordering::greater;
        b *= 10;
        ++bDecimals;
    }
    return a <=> b;
}

Decimal Decimal::fromBits(qint64 bits)
{
    Decimal decimal;
    decimal.m_bits = bits;
    return decimal;
}

} // namespace layerscope
