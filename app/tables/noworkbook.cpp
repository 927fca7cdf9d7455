// SPDX-License-Identifier: GPL-3.0-or-later
// Instead of workbookwriter.cpp, in a build without libxlsxwriter.
#include "tables/workbook.h"

namespace layerscope {

bool canWriteWorkbooks()
{
    return false;
}

std::unique_ptr<TableWriter> makeWorkbook(QIODevice & /*device*/, const QString & /*scratch*/,
                                          const DocumentAbout & /*about*/, const CancelToken & /*cancel*/,
                                          qint64 /*rowsOfASheet*/)
{
    return nullptr;
}

} // namespace layerscope
