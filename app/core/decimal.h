// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QStringView>

#include <compare>
#include <cstdint>
#include <optional>

namespace layerscope {

/// An exact decimal number for money and traffic, in 8 bytes: a signed mantissa and a count of decimals.
/// Up to 17 significant digits are exact, which holds each shortest form of a double; beyond that the last
/// decimals are rounded half away from zero. Not for ids (use qint64). A value, safe on any thread; every
/// operation is O(1).
class Decimal
{
public:
    static constexpr int maximumDecimals = 30;

    constexpr Decimal() = default;
    /// mantissa × 10^-decimals, e.g. (1234, 2) is 12.34; 0 ≤ decimals ≤ 30. Of a mantissa of more than 17
    /// digits the last decimals are rounded off; what has more before the point becomes the largest number,
    /// as sums do: ids come here too, to be compared.
    Decimal(qint64 mantissa, int decimals);

    /// Reads "12.5", ".23208", "-.5", "0", "1e3" with surrounding blanks. nullopt: not a number, or |value| ≥
    /// 10^17.
    [[nodiscard]] static std::optional<Decimal> fromText(QStringView text);
    /// The shortest decimal that reads back as this double. nullopt for NaN, infinities and |value| ≥ 10^17.
    [[nodiscard]] static std::optional<Decimal> fromDouble(double value);

    [[nodiscard]] qint64 mantissa() const { return m_bits >> decimalsBits; }
    [[nodiscard]] int decimals() const { return static_cast<int>(m_bits & decimalsMask); }
    [[nodiscard]] bool isZero() const { return mantissa() == 0; }
    [[nodiscard]] bool isNegative() const { return m_bits < 0; }
    /// For drawing and for percentages; not for sums.
    [[nodiscard]] double toDouble() const;
    /// With a point, all decimals as read, at least one digit before the point: "0.23208", "-0.5", "20000".
    [[nodiscard]] QByteArray toText() const;

    /// Exact while the sum fits; on overflow the decimals that do not fit are rounded off.
    Decimal &operator+=(Decimal other);
    [[nodiscard]] friend Decimal operator+(Decimal a, Decimal b) { return a += b; }
    [[nodiscard]] Decimal operator-() const { return Decimal(-mantissa(), decimals()); }
    [[nodiscard]] friend Decimal operator-(Decimal a, Decimal b) { return a += -b; }
    /// Rounded half away from zero to this many decimals; never adds any.
    [[nodiscard]] Decimal rounded(int decimals) const;

    /// By value: 1.5 equals 1.50.
    [[nodiscard]] std::strong_ordering operator<=>(Decimal other) const;
    [[nodiscard]] bool operator==(Decimal other) const { return (*this <=> other) == 0; }

    /// For columnar storage: the 8 bytes as they are.
    [[nodiscard]] qint64 toBits() const { return m_bits; }
    [[nodiscard]] static Decimal fromBits(qint64 bits);

private:
    static constexpr int decimalsBits = 5;
    static constexpr qint64 decimalsMask = (1 << decimalsBits) - 1;

    qint64 m_bits = 0;
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::Decimal)
