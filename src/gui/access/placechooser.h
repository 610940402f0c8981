#pragma once

#include <QWidget>

class QComboBox;

namespace braketeer::gui {

class SessionKeeper;

/// Profile and region, side by side in the toolbar. Regions are offered and can be typed.
class PlaceChooser final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceChooser(SessionKeeper &keeper, QWidget *parent = nullptr);

    /// Puts the keyboard on the profiles and opens their list.
    void chooseProfile();
    /// Fills both lists, in a step of its own: the first frame shows neither.
    void loadChoices();
    /// Reads the names of the profiles again.
    void reloadProfiles();

private:
    void show();
    void takeRegion();

    SessionKeeper &m_keeper;
    QComboBox *m_profile = nullptr;
    QComboBox *m_region = nullptr;
};

} // namespace braketeer::gui
