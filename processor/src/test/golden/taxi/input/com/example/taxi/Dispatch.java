package com.example.taxi;

/** What has nothing to do with telephones. */
public class Dispatch {
  public String station() {
    return "447700900099";
  }

  public void note(String text) {}
}
