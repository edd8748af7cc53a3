package org.chancery.site;

import java.util.List;

/**
 * Meetings, signings and visits by place, as they are drawn and listed.
 *
 * @param places those with most events first
 * @param events how many there are, shown or not
 * @param allPlaces how many there are, shown or not
 * @param undated events that were left out because no day is known
 * @param complete whether all reports were counted
 */
public record MapView(
    List<Place> places, int events, int allPlaces, int undated, boolean complete) {
  public MapView {
    places = List.copyOf(places);
  }

  /**
   * @param located whether it is known where the place lies
   * @param latitude degrees north; 0 if not known
   * @param longitude degrees east; 0 if not known
   * @param count of its events, shown or not
   */
  public record Place(
      Linked place,
      boolean located,
      double latitude,
      double longitude,
      int count,
      List<Event> events) {
    public Place {
      events = List.copyOf(events);
    }
  }

  /**
   * @param kind {@code meeting}, {@code signing} or {@code visit}
   * @param what the meeting, the agreement, or who visits
   * @param when the days of the event, or of the articles; empty if not known
   * @param reported whether these are the days of articles
   */
  public record Event(
      String kind, Linked what, String status, String when, boolean reported, int articles) {}

  public boolean whole() {
    return shownEvents() == events;
  }

  public int shownEvents() {
    return places.stream().mapToInt(place -> place.events().size()).sum();
  }

  public long unlocated() {
    return places.stream().filter(place -> !place.located()).count();
  }
}
