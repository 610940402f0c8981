#include <QApplication>
#include <QPlainTextEdit>

#include <cstdio>

namespace {

/// Says when it was first painted.
class Window final : public QPlainTextEdit
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPlainTextEdit::paintEvent(event);
        std::puts("first-paint");
        std::fflush(stdout);
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    }
};

} // namespace

/// The least that a Qt Widgets program can show: what a window's start-up is measured against.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    Window window;
    window.resize(1000, 700);
    window.show();
    return app.exec();
}
