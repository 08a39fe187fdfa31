package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;

/** Alerts as they were at one time, the newest first, each read from its bytes when asked for. */
final class AlertsView extends AbstractCollection<Alert> {
  private final List<HeldAlert> alerts;
  private final Decoder decoder;

  AlertsView(List<HeldAlert> alerts, Decoder decoder) {
    this.alerts = alerts;
    this.decoder = decoder;
  }

  @Override
  public Iterator<Alert> iterator() {
    return alerts.stream().map(alert -> decoder.alert(alert.kept().stored())).iterator();
  }

  @Override
  public int size() {
    return alerts.size();
  }
}
