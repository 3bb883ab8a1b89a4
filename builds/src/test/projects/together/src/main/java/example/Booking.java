package example;

import lombok.Data;

@Data
public class Booking {
  private String what;
}
