#include "gui/access/placechooser.h"

#include "gui/access/sessionkeeper.h"
#include "job/catalogue/catalogue.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

/// What an entry of the profile list stands for: the demo, a profile's name, or the environment's own choice.
enum class Kind { Demo, Environment, Profile };

constexpr int kindRole = Qt::UserRole;

} // namespace

PlaceChooser::PlaceChooser(SessionKeeper &keeper, QWidget *parent)
    : QWidget(parent), m_keeper(keeper), m_profile(new QComboBox(this)), m_region(new QComboBox(this))
{
    setObjectName(u"placeChooser"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_profile);
    layout->addWidget(m_region);

    m_profile->setObjectName(u"profileCombo"_s);
    m_profile->setAccessibleName(tr("Profile"));
    m_profile->setToolTip(tr("AWS profile whose account the job is created in"));
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_profile->setMinimumContentsLength(14);
    m_region->setObjectName(u"regionCombo"_s);
    m_region->setAccessibleName(tr("Region"));
    m_region->setToolTip(tr("AWS region that the job is created in; others than those listed can be typed"));
    m_region->setEditable(true);
    m_region->lineEdit()->setAccessibleName(tr("Region"));
    m_region->setInsertPolicy(QComboBox::NoInsert);
    m_region->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_region->setMinimumContentsLength(12);

    connect(m_profile, &QComboBox::activated, this, [this](int index) {
        switch (Kind(m_profile->itemData(index, kindRole).toInt())) {
        case Kind::Demo:
            m_keeper.openDemo();
            break;
        case Kind::Environment:
            m_keeper.openProfile({});
            break;
        case Kind::Profile:
            m_keeper.openProfile(m_profile->itemText(index));
            break;
        }
        show(); // a profile that could not be opened is not the chosen one
    });
    connect(m_region, &QComboBox::activated, this, &PlaceChooser::takeRegion);
    connect(m_region->lineEdit(), &QLineEdit::editingFinished, this, &PlaceChooser::takeRegion);
    connect(&keeper, &SessionKeeper::changed, this, &PlaceChooser::show);
}

void PlaceChooser::loadChoices()
{
    const QSignalBlocker quiet(m_region);
    for (const job::Region &region : job::regions()) {
        m_region->addItem(region.region);
        m_region->setItemData(m_region->count() - 1, region.name, Qt::ToolTipRole);
    }
    m_region->setEditText({});
    reloadProfiles();
}

void PlaceChooser::chooseProfile()
{
    m_profile->setFocus(Qt::ShortcutFocusReason);
    m_profile->showPopup();
}

void PlaceChooser::reloadProfiles()
{
    const QSignalBlocker quiet(m_profile);
    m_profile->clear();
    const QStringList names = m_keeper.profiles();
    for (const QString &name : names)
        m_profile->addItem(name, int(Kind::Profile));
    if (!names.contains(u"default"_s))
        m_profile->addItem(tr("Environment"), int(Kind::Environment));
    m_profile->addItem(tr("Demo"), int(Kind::Demo));
    show();
}

void PlaceChooser::show()
{
    const auto session = m_keeper.session();
    if (!session)
        return;
    const flows::Place &place = session->place();
    int row = place.profile.isEmpty() ? m_profile->findText(u"default"_s) : m_profile->findText(place.profile);
    if (place.demo)
        row = m_profile->findData(int(Kind::Demo), kindRole);
    else if (row < 0)
        row = m_profile->findData(int(Kind::Environment), kindRole);
    m_profile->setCurrentIndex(row);
    const QSignalBlocker quiet(m_region);
    m_region->setCurrentIndex(m_region->findText(place.region));
    m_region->setEditText(place.region);
}

void PlaceChooser::takeRegion()
{
    const QString region = m_region->currentText().trimmed();
    const auto session = m_keeper.session();
    if (!session || region == session->place().region)
        return;
    if (region.isEmpty())
        show();
    else
        m_keeper.openRegion(region);
}

} // namespace braketeer::gui
