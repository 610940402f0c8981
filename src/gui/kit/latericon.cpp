#include "gui/kit/latericon.h"

#include "gui/kit/icons.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPixmap>
#include <QTimer>

namespace braketeer::gui {
namespace {

class FirstPaint final : public QObject
{
public:
    FirstPaint(QAbstractButton &button, QString name) : QObject(&button), m_button(button), m_name(std::move(name))
    {
        button.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            m_button.removeEventFilter(this);
            QTimer::singleShot(0, this, [this] {
                m_button.setIcon(themeIcon(m_name));
                deleteLater();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractButton &m_button;
    const QString m_name;
};

} // namespace

void setIconAfterFirstPaint(QAbstractButton &button, const QString &name)
{
    QPixmap place(button.iconSize());
    place.fill(Qt::transparent);
    button.setIcon(place);
    new FirstPaint(button, name);
}

} // namespace braketeer::gui
