// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace layerscope {

class DetailsHeading;
class FactView;
class RowsModel;

/// One row of any table without children: what it is called, and a line for each of its columns. All of it
/// comes from the table and follows it; nothing is asked for. GUI thread.
class RowPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RowPanel(QWidget *parent = nullptr);
    ~RowPanel() override;

    /// This row of the model's table; nullopt: none.
    void showRow(RowsModel *model, std::optional<RowKey> key);
    [[nodiscard]] std::optional<RowKey> row() const { return m_row; }
    /// Everything that is said, as text.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The name of another row was activated.
    void rowWanted(layerscope::RowKey key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow(RowsModel *model);
    void update();
    void copyMenu(const QPoint &globalPosition);

    QPointer<RowsModel> m_model;
    std::optional<RowKey> m_row;
    DetailsHeading *m_heading;
    FactView *m_facts;
    QLabel *m_hint;
    QTimer m_update; ///< Gathers what arrives in one turn.
};

} // namespace layerscope
