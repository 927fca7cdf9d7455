// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDataStream>

#include <optional>

namespace layerscope {

/// Bytes for the settings that are taken back only as they were given: those of another table begin with
/// another number, and what was cut off or damaged is found before any of it is put in place.
namespace LayoutEnvelope {

/// Of the envelope, and of what is in it.
inline constexpr auto streamVersion = QDataStream::Qt_6_4;

[[nodiscard]] QByteArray close(quint32 magic, const QByteArray &content);
/// nullopt: it does not begin with this number, or is damaged.
[[nodiscard]] std::optional<QByteArray> open(quint32 magic, const QByteArray &envelope);

} // namespace LayoutEnvelope

} // namespace layerscope
