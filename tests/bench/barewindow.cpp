#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>

namespace {

/// Says when its first frame is on its way, as the program's own window does.
class Window final : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QTimer::singleShot(0, this, [] {
            std::puts("first-paint");
            std::fflush(stdout);
            QCoreApplication::quit();
        });
    }
};

} // namespace

/// The least that a Qt Widgets program shows: a window with a line of text. What the start-up is measured against.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    Window window;
    window.setCentralWidget(new QLabel(QStringLiteral("A bare window"), &window));
    window.resize(1000, 700);
    window.show();
    return app.exec();
}
