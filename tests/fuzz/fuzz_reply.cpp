// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of the API. The first bytes are status and ending, then come the headers in a line each, then the
// body.
#include "api/replyclassifier.h"

using namespace layerscope;

namespace {

QByteArray takeLine(QByteArray &rest)
{
    const qsizetype end = rest.indexOf('\n');
    const QByteArray line = rest.left(end);
    rest = end < 0 ? QByteArray() : rest.sliced(end + 1);
    return line;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    if (size < 3)
        return 0;
    HttpAnswer answer;
    answer.status = 100 + (data[0] * 256 + data[1]) % 500;
    answer.wasSent = true;
    answer.host = QStringLiteral("api.example.com");
    answer.isEncrypted = (data[2] & 1) != 0;
    QByteArray rest(reinterpret_cast<const char *>(data + 3), static_cast<qsizetype>(size - 3));
    answer.totalItems = takeLine(rest);
    answer.retryAfter = takeLine(rest);
    answer.location = takeLine(rest);
    answer.body = rest;
    answer.receivedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000).toUTC();
    static const Redactor redactor;
    const Result<JsonAnswer> result = classify(answer, redactor);
    if (!result && result.error().message.isEmpty() && result.error().kind != ApiError::Kind::Cancelled)
        qFatal("an error without a sentence");
    if (result && result->totalItems && *result->totalItems < 0)
        qFatal("less than nothing in all");
    return 0;
}
