// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/filtermark.h"
#include "widgets/filtersuggestions.h"

#include <QLineEdit>
#include <QList>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace layerscope {

class FieldNote;
class SuggestionList;

/// The quick filter's field. Says what was typed once the person pauses; Return says it at once, Esc and ×
/// clear it. What is probably a mistake has a wave below it and a warning beside it; the sentence about it
/// stands below the field while somebody is there, in the warning's tooltip, and in the field's accessible
/// description. At a pause words are offered that what was typed may go on with: arrow down goes into them,
/// Return or Tab takes the current one, Esc or a click elsewhere puts them away. Keys of the window go to the
/// window, also those that a line would take on some desktops.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// Long enough not to filter between two keys, short enough to feel immediate.
    static constexpr std::chrono::milliseconds pause{150};

    /// What is probably a mistake in a text, in its order. Asked at each change: some microseconds.
    using Marks = std::function<QList<FilterMark>(const QString &text)>;

    /// What the text may go on with at this place. Asked at each pause, and while words are offered once at
    /// each change. Gives it at once or later, on this thread; what comes when the text is another one is not
    /// offered any more.
    using Give = std::function<void(const FilterSuggestions &suggestions)>;
    using Suggest = std::function<void(const QString &text, qsizetype cursor, const Give &give)>;

    explicit FilterEdit(QWidget *parent = nullptr);
    ~FilterEdit() override;

    /// Reads the words of another table from now on; none: nothing is marked, or offered.
    void setWords(const Marks &marks, const Suggest &suggest);
    /// Shows what another table is filtered by, without saying so.
    void showFilter(const QString &text);
    /// Says at once what was typed, if that was not said yet.
    void finishTyping() { announce(); }
    /// Clears and says so at once.
    void clearFilter();

    /// What is said about the text now; empty: nothing.
    [[nodiscard]] QString remark() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Never twice in a row with the same text.
    void filterChanged(const QString &text);
    /// The person wants to go on to the rows: arrow down, unless words are offered.
    void leaveDown();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void announce();
    /// The person has typed what they wanted.
    void endTyping();
    void readMarks();
    void showRemark();
    void showNote();
    void offerSuggestions();
    /// They are about the text and its cursor as they are now.
    [[nodiscard]] bool haveSuggestionsCome() const;
    /// Once as long as nothing changes, for it may cost a look at all rows.
    void askForSuggestions();
    void showSuggestions(const QStringList &words);
    void hideSuggestions();
    void watchPointer();
    void take(const QString &word);
    [[nodiscard]] bool isOffering() const;
    /// Of words that are offered; false: it is none of theirs, as each with a modifier.
    bool takeKeyOfSuggestions(const QKeyEvent &key);
    /// Of what is typed, and finished if somebody is at it.
    [[nodiscard]] bool isNews(const FilterMark &mark) const { return !mark.isUnfinished || !m_isTyping; }
    void drawWave(QPainter &painter, const FilterMark &mark) const;

    QTimer m_pause;
    QAction *m_clear;
    QAction *m_warning;
    QPointer<FieldNote> m_note;             ///< The window's child once it was shown
    QPointer<SuggestionList> m_suggestions; ///< As m_note
    Marks m_readMarks;
    Suggest m_suggest;
    struct Answer
    {
        QString text;
        int cursor = 0;
        std::optional<FilterSuggestions> suggestions; ///< Once they have come
    };
    std::optional<Answer> m_answer; ///< The last one that m_suggest was asked for
    QList<FilterMark> m_marks;
    QString m_announced;
    bool m_isTyping = false; ///< Since the last Return, or since the focus came
};

} // namespace layerscope
