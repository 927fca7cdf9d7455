// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/wirecall.h"

#include <QList>
#include <QMutex>
#include <QString>

#include <chrono>

namespace layerscope {

/// One call the simulated API received.
struct LoggedCall
{
    QString service;
    QString method;
    QString id;
    QString mask;
    QString filter;
    QString limit;
    bool hasArguments = false;
    bool isStruck = false; ///< By a fault of the plan.
    int status = 0;        ///< 0: not answered (yet)
    int rows = 0;
    std::chrono::milliseconds startedAt{0}; ///< since the server started
    std::chrono::milliseconds finishedAt{0};
};

/// What happened at the simulated API. Every function is safe on any thread.
class CallLog
{
public:
    /// Returns the call's number, for finished().
    qsizetype started(const demo::WireCall &call, bool isStruck, std::chrono::milliseconds now);
    void finished(qsizetype number, int status, int rows, std::chrono::milliseconds now);
    void clear();

    /// In the order they came, those in the air included.
    [[nodiscard]] QList<LoggedCall> calls() const;
    /// The highest number of calls that were in the air at once.
    [[nodiscard]] int maxConcurrent() const;

private:
    mutable QMutex m_mutex;
    QList<LoggedCall> m_calls;
    qsizetype m_firstNumber = 0; ///< of the first entry, so that calls begun before clear() are told apart
    int m_concurrent = 0;
    int m_maxConcurrent = 0;
};

} // namespace layerscope
