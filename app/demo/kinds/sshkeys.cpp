// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/vocabulary.h"
#include "demo/wirevalues.h"

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstId = 1'180'001;
constexpr quint64 key = 0x7373686BU; // keeps these lots apart from all others

QString fingerprintOf(const Draw &draw)
{
    constexpr int bytes = 16;
    QStringList parts;
    for (quint64 i = 0; i < bytes; ++i)
        parts += QString::number(draw.below(256, Trait::Uuid, i), 16).rightJustified(2, u'0');
    return parts.join(u':');
}

/// The images that servers came from (deviceproperties.cpp) carry some of the keys.
JsonArray imagesOf(int index)
{
    constexpr int images = 3;
    JsonArray all;
    for (int image = 0; image < index % (images + 1); ++image)
        all.append(JsonObject{{u"id"_s, 5001001 + image},
                              {u"name"_s, QString(u"golden-image-"_s + QString::number(image + 1))}});
    return all;
}

/// A key or two of each who orders servers, and more in larger accounts. None without servers.
JsonArray rows(const AccountShape &shape)
{
    constexpr int serversAKey = 25;
    constexpr int most = 200;
    static const QStringList places{u"laptop"_s, u"bastion, old"_s, u"CI"_s, u"=backup"_s, u"本社"_s};
    const int servers = shape.hardwareCount() + shape.guestCount();
    const int count = servers > 0 ? std::min(3 + servers / serversAKey, most) : 0;
    JsonArray all;
    for (int index = 0; index < count; ++index) {
        const Draw draw(scramble(shape.seed()) ^ scramble(key + static_cast<quint64>(index)));
        const Owner &owner = pick(owners(), draw, Trait::Owner);
        const JsonArray images = imagesOf(index);
        const qint64 created = accountNow - qint64{30 + draw.below(3000, Trait::Created)} * secondsADay;
        // Every seventh was added twice, under another name.
        const int sameAs = index % 7 == 6 ? index - 1 : index;
        const Draw same(scramble(shape.seed()) ^ scramble(key + static_cast<quint64>(sameAs)));
        JsonObject row{
            {u"id"_s, firstId + qint64{index} * 7},
            {u"label"_s, QString(owner.firstName.toLower() + u'@' + places[index % places.size()])},
            {u"fingerprint"_s, fingerprintOf(same)},
            {u"createDate"_s, wireDate(created)},
            {u"modifyDate"_s, JsonValue()},
            {u"blockDeviceTemplateGroups"_s, images},
            {u"blockDeviceTemplateGroupCount"_s, images.size()},
            {u"softwarePasswordCount"_s, index % 5},
        };
        if (index % 4 == 1)
            row.insert(u"modifyDate"_s,
                       wireDate(created + qint64{draw.below(30, Trait::Modified)} * secondsADay));
        if (draw.perMille(300, Trait::Notes))
            row.insert(u"notes"_s, pick(notes(), draw, Trait::Notes, 1));
        all.append(row);
    }
    return all;
}

} // namespace

extern const SimpleList sshkeysList;
const SimpleList sshkeysList{.relation = "sshKeys", .rows = rows};

} // namespace layerscope::demo
