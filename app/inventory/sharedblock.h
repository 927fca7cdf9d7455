// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSharedData>

#include <utility>

namespace layerscope {

/// One value that copies share until one of them writes to it, which then takes a copy of its own. Copies may
/// be read and dropped on any thread while another one is written: unlike with QSharedDataPointer, whoever
/// finds itself alone has also seen the end of what the others read.
template<class T>
class SharedBlock
{
public:
    explicit SharedBlock(T value = {})
        : m_data(new Data(std::move(value)))
    {}

    [[nodiscard]] const T &operator*() const { return m_data->value; }
    [[nodiscard]] const T *operator->() const { return &m_data->value; }

    /// To be written by the owner of this copy. Cost: that of a copy of T while it is shared.
    [[nodiscard]] T &own()
    {
        if (m_data->ref.loadAcquire() != 1)
            m_data.reset(new Data(m_data->value));
        return m_data->value;
    }

private:
    struct Data : QSharedData
    {
        explicit Data(T initial)
            : value(std::move(initial))
        {}
        T value;
    };

    QExplicitlySharedDataPointer<Data> m_data;
};

} // namespace layerscope
