// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/timestamp.h"
#include "core/apierror.h"
#include "core/decimal.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace layerscope {

/// Collects the first wrong type that a decoder met, and whether a text could not be read in full. One for
/// each unit that may fail by itself (a row's cell, say).
class JsonIssues
{
public:
    [[nodiscard]] bool isClean() const { return !m_error; }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    void report(ApiError error)
    {
        if (!m_error)
            m_error = std::move(error);
    }
    /// A text that was read had bytes that are no UTF-8: they stand as U+FFFD in it. No error.
    [[nodiscard]] bool hasUnreadableText() const { return m_hasUnreadableText; }
    void reportUnreadableText() { m_hasUnreadableText = true; }
    void clear()
    {
        m_error.reset();
        m_hasUnreadableText = false;
    }

private:
    std::optional<ApiError> m_error;
    bool m_hasUnreadableText = false;
};

/// A typed, forgiving look at one JSON value that knows its own path. Absent, null and "" read as "nothing
/// there" (softlayer-api §2.3); a wrong type reads as nothing too and is reported to the JsonIssues with its
/// path. Decimals come as strings or numbers, flags as bool, 0/1 or "0"/"1" (§5). A value, cheap to copy; one
/// thread at a time. The JsonIssues must outlive it.
class JsonReader
{
public:
    /// `hadInvalidUtf8`: see JsonAnswer; each text with U+FFFD in it then counts as not readable in full.
    JsonReader(QJsonValue root, JsonIssues &issues, bool hadInvalidUtf8 = false);

    /// The property of an object. On anything absent: absent. On a value that is no object: reported, absent.
    [[nodiscard]] JsonReader operator[](const char *key) const;

    /// True for a missing key, null, "" and an empty array or object in the place of a value.
    [[nodiscard]] bool isAbsent() const;
    [[nodiscard]] const QJsonValue &raw() const { return m_value; }

    /// As it was sent, blanks around it and all: for what is written to files. Numbers as text() has them.
    [[nodiscard]] std::optional<QString> rawText() const;
    [[nodiscard]] std::optional<QString> text() const; ///< Trimmed of surrounding blanks; numbers as written.
    /// Whole numbers, also as a string; exact to 63 bits, and what is larger is a wrong type.
    [[nodiscard]] std::optional<qint64> integer() const;
    [[nodiscard]] std::optional<Decimal> decimal() const;
    [[nodiscard]] std::optional<bool> flag() const;
    [[nodiscard]] std::optional<Timestamp> timestamp() const; ///< ISO 8601; without an offset taken as UTC.

    /// Calls `visit(const JsonReader &element)` for each element that is not null. A single object where an
    /// array is declared counts as one element (softlayer-api §2.3), unless all its keys are whole numbers:
    /// then it is a list with gaps as PHP writes one, in the order of its keys. Any other type is reported.
    template<class Visit>
    void forEach(Visit visit) const
    {
        if (!beginArray())
            return;
        if (const auto elements = numberedElements()) {
            for (const auto &[index, element] : *elements) {
                if (!element.isNull())
                    visit(child(element, index));
            }
            return;
        }
        if (!m_value.isArray()) {
            visit(*this);
            return;
        }
        const QJsonArray array = m_value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QJsonValue element = array.at(i);
            if (!element.isNull())
                visit(child(element, i));
        }
    }

    /// E.g. "[3].datacenter.name"; built only when asked for.
    [[nodiscard]] QString path() const;
    void reportWrongType(QStringView expected) const;
    /// Reports to other issues from here on: for units that may fail by themselves.
    [[nodiscard]] JsonReader withIssues(JsonIssues &issues) const;

private:
    struct Segment
    {
        const char *key = nullptr; ///< nullptr: an index
        qsizetype index = 0;
    };
    static constexpr int maximumDepth = 10;

    [[nodiscard]] bool beginArray() const;
    [[nodiscard]] std::optional<std::vector<std::pair<qsizetype, QJsonValue>>> numberedElements() const;
    [[nodiscard]] JsonReader child(QJsonValue value, qsizetype index) const;
    [[nodiscard]] JsonReader child(QJsonValue value, const char *key) const;
    [[nodiscard]] JsonReader child(QJsonValue value, Segment segment) const;

    QJsonValue m_value;
    JsonIssues *m_issues;
    std::array<Segment, maximumDepth> m_path{};
    int m_depth = 0;
    bool m_hadInvalidUtf8 = false;
};

} // namespace layerscope
