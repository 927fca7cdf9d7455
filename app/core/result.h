// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"

#include <utility>
#include <variant>

namespace layerscope {

/// Wraps an error so that a Result<T> can be made from it: `return Unexpected(error);`
template<class E>
class Unexpected
{
public:
    explicit Unexpected(E error)
        : m_error(std::move(error))
    {}
    [[nodiscard]] const E &error() const & { return m_error; }
    [[nodiscard]] E &&error() && { return std::move(m_error); }

private:
    E m_error;
};

/// An error with a sentence of its own, to return: `return failure(ApiError::Kind::Storage, tr("…"));`
[[nodiscard]] inline Unexpected<ApiError> failure(ApiError::Kind kind, QString message, QString detail = {})
{
    return Unexpected(ApiError::withMessage(kind, std::move(message), std::move(detail)));
}

/// A value or the reason why there is none. The member names are those of `std::expected`, which GCC 12
/// offers only in C++23 mode, so that it can take this class's place later. Values, no shared state: safe on
/// any thread.
template<class T, class E = ApiError>
class [[nodiscard]] Result
{
public:
    using value_type = T;
    using error_type = E;

    // Implicit on purpose, as in std::expected: `return value;` and `return Unexpected(error);` read well.
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(Unexpected<E> error)
        : m_state(std::in_place_index<1>, std::move(error).error())
    {}

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

    /// Only if has_value(); throws std::bad_variant_access otherwise, which nothing here catches.
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T *operator->() const { return &std::get<0>(m_state); }
    [[nodiscard]] T *operator->() { return &std::get<0>(m_state); }

    /// Only if !has_value().
    [[nodiscard]] const E &error() const & { return std::get<1>(m_state); }
    [[nodiscard]] E &error() & { return std::get<1>(m_state); }
    [[nodiscard]] E &&error() && { return std::get<1>(std::move(m_state)); }

    [[nodiscard]] T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

private:
    std::variant<T, E> m_state;
};

/// For calls that bring nothing back but success.
struct Done
{
    bool operator==(const Done &) const = default;
};

} // namespace layerscope
